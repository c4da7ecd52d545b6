package io.segmentradar.core.action;

import java.time.LocalDate;

/**
 * Who does it, how, until when.
 *
 * @param owner role id
 * @param channel id
 * @param hours effort, above 0
 */
public record ActionDelivery(String owner, String channel, LocalDate due, double hours) {}
