package io.segmentradar.core.driver;

import io.segmentradar.core.kpi.Label;

/**
 * One bar of a cause.
 *
 * @param id column, feature group or other stable name
 * @param contribution signed, in the money unit
 */
public record Driver(DriverKind kind, String id, Label label, double contribution) {}
