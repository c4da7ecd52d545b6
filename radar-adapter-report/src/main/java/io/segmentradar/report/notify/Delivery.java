package io.segmentradar.report.notify;

/** What became of a subscription's digest on one channel. */
public sealed interface Delivery {
    String subscription();

    /** There was nothing new to tell. */
    record Nothing(String subscription) implements Delivery {}

    /**
     * @param channel where to
     * @param changes alerts and actions told
     */
    record Sent(String subscription, String channel, int changes) implements Delivery {}

    /** A dry run: what would have been sent. */
    record Printed(String subscription, String channel, String subject, String text) implements Delivery {}

    /** Not told; the next call tries again. */
    record Failed(String subscription, String channel, String reason) implements Delivery {}
}
