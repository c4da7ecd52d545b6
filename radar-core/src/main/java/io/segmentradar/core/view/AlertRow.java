package io.segmentradar.core.view;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.driver.DriverAttribution;

/**
 * An alert and its causes as a reader may see them.
 *
 * @param masked true if amounts, causes and sentences must not be shown: they would reveal a segment of too few
 *     customers
 */
public record AlertRow(int rank, Alert alert, DriverAttribution drivers, boolean masked) {}
