package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.Quantiles;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.SegmentPanels;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When the other KPIs of a node explain that one of them moved. */
class CompanyTest {
    private static final int MONTHS = 24;

    /** A bank of 40 segments whose forecasts are last month's values; in the last month the first segment's KPIs change. */
    private static boolean firstKpiIsInCompany(double... factors) {
        List<Kpi> kpis = IntStream.range(0, factors.length)
                .mapToObj(k -> new Kpi(
                        "kpi" + k,
                        new Label("지표", "KPI"),
                        KpiKind.BALANCE,
                        new KpiFormula(List.of(new Term(1, "amount" + k)))))
                .toList();
        Random random = new Random(11);
        SegmentPanels panels = SegmentPanels.monthly(MONTHS);
        for (int s = 0; s < 40; s++) {
            double[] customers = new double[MONTHS];
            Arrays.fill(customers, 10);
            panels.with(AlertScenes.key(s / 8, s % 8), SegmentPanel.CUSTOMER_COUNT, customers);
            for (int k = 0; k < factors.length; k++) {
                double[] amount = random.doubles(MONTHS, 980, 1020).toArray();
                amount[MONTHS - 1] *= s == 0 ? factors[k] : 1;
                panels.with(AlertScenes.key(s / 8, s % 8), "amount" + k, amount);
                panels.with(AlertScenes.key(s / 8, s % 8), "kpi" + k, amount);
            }
        }
        SegmentPanel panel = panels.build();
        AlertContext context = new AlertContext(
                panel,
                AlertScenes.hierarchy(),
                new KpiCatalog(kpis, List.of()),
                lastValues(panel, kpis),
                new ForecastSet(List.of()),
                AlertScenes.policy());
        LevelScores segments = LevelScores.all(context, OlderForecasts.NONE).stream()
                .filter(level -> level.view().isSegment())
                .findFirst()
                .orElseThrow();
        int first = panel.index().row(AlertScenes.key(0, 0).id()).orElseThrow();
        return segments.inCompany(segments.kpis().get(0), first, MONTHS - 1);
    }

    private static ForecastSet lastValues(SegmentPanel panel, List<Kpi> kpis) {
        List<ForecastTable> tables = new ArrayList<>();
        for (SegmentLevel level : AlertScenes.hierarchy().levels()) {
            SegmentPanel nodes = panel.rollUp(level);
            double[] scale = new double[nodes.segments()];
            String[] model = new String[scale.length];
            Arrays.fill(scale, 10);
            Arrays.fill(model, "last_value");
            for (Kpi kpi : kpis) {
                for (int origin = 0; origin < MONTHS - 1; origin++) {
                    double[] point = new double[scale.length];
                    for (int node = 0; node < point.length; node++) {
                        point[node] = nodes.column(kpi.id()).value(node, origin);
                    }
                    tables.add(new ForecastTable(
                            level.id(),
                            nodes.index(),
                            kpi.id(),
                            nodes.months().at(origin),
                            Horizon.ONE,
                            point,
                            scale,
                            Quantiles.even(point, scale, 4),
                            model));
                }
            }
        }
        return new ForecastSet(tables);
    }

    @Test
    void twoOthersThatMoveTheSameWayAreCompany() {
        assertEquals(true, firstKpiIsInCompany(0.5, 0.5, 0.5, 1, 1));
        assertEquals(true, firstKpiIsInCompany(2, 2, 2, 1, 1));
        assertEquals(true, firstKpiIsInCompany(0.5, 0, 0, 1, 1));
    }

    @Test
    void oneOtherIsNoCompanyAndNeitherAreThoseThatMoveTheOtherWay() {
        assertEquals(false, firstKpiIsInCompany(0.5, 0.5, 1, 1, 1));
        assertEquals(false, firstKpiIsInCompany(0.5, 2, 2, 1, 1));
        assertEquals(false, firstKpiIsInCompany(0.5, 0.5, 2, 1, 1));
        assertEquals(false, firstKpiIsInCompany(2, 0, 0, 1, 1));
    }

    @Test
    void ofManyKpisHalfOfTheOthersAreNeeded() {
        assertEquals(false, firstKpiIsInCompany(0.5, 0.5, 0.5, 1, 1, 1, 1));
        assertEquals(true, firstKpiIsInCompany(0.5, 0.5, 0.5, 0.5, 1, 1, 1));
    }
}
