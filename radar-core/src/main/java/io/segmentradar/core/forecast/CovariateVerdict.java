package io.segmentradar.core.forecast;

/**
 * Whether a series from outside earned a place in the models of a KPI: judged at forecasts of earlier origins, made with
 * and without it by models that knew no more than those months.
 *
 * @param origins forecasts origins with a known target that were compared
 * @param gain 1 − error with / error without, errors in units of each node's own size; NaN without evidence
 * @param pValue Diebold-Mariano probability (two-sided) of such a difference by chance; NaN without evidence
 * @param used whether the published forecasts use the series
 */
public record CovariateVerdict(String kpi, String covariate, int origins, double gain, double pValue, boolean used) {}
