package io.segmentradar.core.monitor;

import io.segmentradar.core.kpi.Label;

/**
 * One thing watched and what was found. A figure that does not apply is NaN and appears as an empty field.
 *
 * @param subject panel column, model input (KPI, dot, feature), KPI or alert figure
 * @param horizon months ahead for forecasts, else 0
 * @param measure what is compared: {@code level} and {@code change} of data, {@code
 *     feature} of model inputs, {@code coverage_90}, {@code bias} and
 *     {@code wape} of forecasts, {@code rate} and {@code acceptance} of alerts
 * @param reference usual value of the measure: the median of the reference months, the promise of the back-test
 * @param current value now, in the same unit
 * @param psi population stability index over quantile bins of the reference, shared by both samples
 * @param distance Wasserstein-1 distance: for levels in mean absolute deviations of the reference, for changes in the
 *     change itself (0.1 is about 10 %)
 * @param statistic Kolmogorov-Smirnov distance of data, CUSUM of forecasts
 * @param pValue of the test behind the verdict
 * @param qValue lowest false-discovery rate at which the check's family would report it
 * @param nReference observations in the reference
 * @param nCurrent observations now
 * @param reason the verdict in words
 */
public record DriftCheck(
        MonitorArea area,
        String subject,
        Label label,
        int horizon,
        String measure,
        double reference,
        double current,
        double psi,
        double distance,
        double statistic,
        double pValue,
        double qValue,
        long nReference,
        long nCurrent,
        DriftStatus status,
        Label reason) {}
