package io.segmentradar.features.matrix;

import io.segmentradar.core.forecast.Horizon;

/** Inputs that say where a KPI comes from: its past months, their seasons, and how restless they were. */
final class HistoryInputs {
    private static final int[] LAGS = {1, 2, 3, 4, 5, 6, 9, 12};
    private static final int[] MEANS = {2, 3, 6, 12};
    private static final int YEAR = 12;
    private static final int LONG_HISTORY = 4 * YEAR;

    private final SeriesBlock block;
    private final GrowthSpace space;
    private final double[] z;
    private final int months;

    HistoryInputs(SeriesBlock block, GrowthSpace space) {
        this.block = block;
        this.space = space;
        this.z = space.z();
        this.months = block.months().count();
    }

    void addTo(FeatureBuilder inputs) {
        momentum(inputs);
        seasonality(inputs);
        stability(inputs);
    }

    private void momentum(FeatureBuilder inputs) {
        for (int lag : LAGS) {
            inputs.add(
                    "lag_" + lag,
                    FeatureGroup.MOMENTUM,
                    lag + "개월 전 수준",
                    "value " + lag + " month(s) before",
                    (c, m) -> m < lag ? Double.NaN : inputs.relative(z[c - lag], c));
        }
        for (int width : MEANS) {
            inputs.add(
                    "mean_" + width,
                    FeatureGroup.MOMENTUM,
                    "최근 " + width + "개월 평균",
                    "mean of " + width + " months",
                    (c, m) -> inputs.relative(Window.mean(z, c, m, width), c));
        }
        for (int width : new int[] {6, 12}) {
            inputs.add(
                    "median_" + width,
                    FeatureGroup.MOMENTUM,
                    "최근 " + width + "개월 중앙값",
                    "median of " + width + " months",
                    (c, m) -> inputs.relative(Window.median(z, c, m, width), c));
            inputs.add(
                    "slope_" + width,
                    FeatureGroup.MOMENTUM,
                    "최근 " + width + "개월 기울기",
                    "slope of " + width + " months",
                    (c, m) -> Window.slope(z, c, m, width) / space.scale(c));
        }
        inputs.add(
                "least_12",
                FeatureGroup.MOMENTUM,
                "최근 12개월 최저",
                "lowest of 12 months",
                (c, m) -> inputs.relative(Window.least(z, c, m, 12), c));
        inputs.add(
                "greatest_12",
                FeatureGroup.MOMENTUM,
                "최근 12개월 최고",
                "highest of 12 months",
                (c, m) -> inputs.relative(Window.greatest(z, c, m, 12), c));
    }

    private void seasonality(FeatureBuilder inputs) {
        inputs.add(
                "month",
                FeatureGroup.SEASONALITY,
                "월",
                "month of the year",
                (c, m) -> block.months().at(m).getMonthValue());
        for (Horizon horizon : Horizon.ALL) {
            int h = horizon.months();
            inputs.add(
                    "step_" + h,
                    FeatureGroup.SEASONALITY,
                    "작년 같은 시기의 변화(" + h + "개월)",
                    "last year's step over " + h + " month(s)",
                    (c, m) -> m < YEAR ? Double.NaN : (z[c - YEAR + h] - z[c - YEAR]) / space.scale(c));
            if (inputs.has("steps_" + h, months >= LONG_HISTORY)) {
                inputs.add(
                        "steps_" + h,
                        FeatureGroup.SEASONALITY,
                        "예년 같은 시기의 평균 변화(" + h + "개월)",
                        "usual step of this season over " + h + " month(s)",
                        (c, m) -> usualStep(c, m, h) / space.scale(c));
            }
        }
    }

    private double usualStep(int cell, int month, int h) {
        double sum = 0;
        int n = 0;
        for (int back = YEAR; back <= 4 * YEAR && back <= month; back += YEAR) {
            double step = z[cell - back + h] - z[cell - back];
            if (!Double.isNaN(step)) {
                sum += step;
                n++;
            }
        }
        return n < 2 ? Double.NaN : sum / n;
    }

    private void stability(FeatureBuilder inputs) {
        for (int width : new int[] {6, 12}) {
            inputs.add(
                    "deviation_" + width,
                    FeatureGroup.STABILITY,
                    "최근 " + width + "개월 변동폭",
                    "spread of " + width + " months",
                    (c, m) -> Window.deviation(z, c, m, width) / space.scale(c));
        }
        inputs.add(
                "roughness",
                FeatureGroup.STABILITY,
                "월간 변동 크기",
                "usual monthly change",
                (c, m) -> Window.roughness(z, c, m, YEAR) / space.scale(c));
        inputs.add(
                "zero_share",
                FeatureGroup.STABILITY,
                "거래 없는 달의 비율",
                "share of idle months",
                (c, m) -> Window.zeroShare(z, c, m, YEAR));
        inputs.add(
                "size",
                FeatureGroup.PROFILE,
                "현재 규모",
                "present size",
                (c, m) -> space.isLog() ? z[c] : z[c] / space.scale(c));
    }
}
