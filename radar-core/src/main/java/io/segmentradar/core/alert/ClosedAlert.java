package io.segmentradar.core.alert;

import java.time.YearMonth;

/**
 * An alert of an earlier month whose series is back inside what was expected before it.
 *
 * @param alert as it was raised
 * @param closedIn month in which it came back
 */
public record ClosedAlert(Alert alert, YearMonth closedIn) {}
