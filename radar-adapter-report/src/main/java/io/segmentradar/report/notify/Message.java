package io.segmentradar.report.notify;

/**
 * A digest ready to be sent.
 *
 * @param key the same for the same content to the same reader, so that a receiver can drop a repeat
 * @param json the webhook's body
 */
record Message(String key, String subject, String plain, String html, String json) {}
