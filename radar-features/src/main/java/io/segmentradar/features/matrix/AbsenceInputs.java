package io.segmentradar.features.matrix;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;

/** Inputs that say what a KPI would be with the customers who are only absent, now and in the months before. */
final class AbsenceInputs {
    private final SeriesBlock block;
    private final Kpi kpi;
    private final GrowthSpace space;

    AbsenceInputs(SeriesBlock block, Kpi kpi, GrowthSpace space) {
        this.block = block;
        this.kpi = kpi;
        this.space = space;
    }

    void addTo(FeatureBuilder inputs) {
        double[] values = block.values(kpi.id());
        double[] sinceNow = block.values(Absences.sinceNow(kpi.id()));
        double[] longer = block.values(Absences.longer(kpi.id()));
        double[] mended = new double[values.length];
        for (int i = 0; i < mended.length; i++) {
            mended[i] = space.transform(values[i] + sinceNow[i] + longer[i]);
        }
        double[] absent = block.values(Absences.ABSENT_COUNT);
        double[] customers = block.values(SegmentPanel.CUSTOMER_COUNT);
        inputs.add(
                FeatureBuilder.ABSENT_SHARE,
                FeatureGroup.ABSENCE,
                "이번 달 자료에 없는 고객의 비율",
                "share of customers absent this month",
                (c, m) -> absent[c] == 0 ? 0 : absent[c] / (absent[c] + customers[c]));
        inputs.add(
                "absent_now",
                FeatureGroup.ABSENCE,
                "이번 달부터 자료에 없는 고객의 직전 금액",
                "what customers absent since this month had",
                (c, m) -> inputs.relative(space.transform(values[c] + sinceNow[c]), c));
        inputs.add(
                "absent_all",
                FeatureGroup.ABSENCE,
                "자료에 없는 고객의 마지막 금액",
                "what absent customers had when last seen",
                (c, m) -> inputs.relative(mended[c], c));
        inputs.add(
                "absent_lag_1",
                FeatureGroup.ABSENCE,
                "지난달 부재 고객을 더한 수준",
                "last month's value with absent customers",
                (c, m) -> m < 1 ? Double.NaN : inputs.relative(mended[c - 1], c));
        double[] usual = block.values(Absences.usual(kpi.id()));
        inputs.add(
                "absent_usual",
                FeatureGroup.ABSENCE,
                "부재 고객을 포함한 고객들의 평소 금액",
                "what is usual of all customers known",
                (c, m) -> inputs.relative(space.transform(usual[c]), c));
        for (int width : new int[] {3, 6}) {
            inputs.add(
                    "absent_mean_" + width,
                    FeatureGroup.ABSENCE,
                    "부재 고객을 더한 최근 " + width + "개월 평균",
                    "mean of " + width + " months with absent customers",
                    (c, m) -> inputs.relative(Window.mean(mended, c, m, width), c));
        }
    }
}
