package io.segmentradar.models.challenge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.MonitorHistory;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.monitor.RetrainTrigger;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.registry.ChallengeVerdict;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.models.engine.PanelForecastEngine;
import io.segmentradar.models.monitor.PanelDriftMonitor;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One KPI that flickers about a level; from {@link #BREAK} on, in a changed world, it runs on as it last moved. */
class ModelChallengeTest {
    private static final int SEGMENTS = 24;
    private static final int MONTHS = 44;
    private static final int TRAINED = 22;
    private static final int BREAK = 27;
    private static final MonitorPolicy POLICY = MonitorPolicy.USUAL;
    private static final PanelForecastEngine ENGINE = new PanelForecastEngine();
    private static final KpiCatalog KPIS = new KpiCatalog(
            List.of(new Kpi(
                    "kpi",
                    new Label("지표", "Figure"),
                    KpiKind.BALANCE,
                    new KpiFormula(List.of(new KpiFormula.Term(1, "a"))))),
            List.of());
    private static final SegmentHierarchy HIERARCHY = SegmentHierarchy.standard(
            List.of(new SegmentDimension("industry", "industry", new Label("업종", "Industry"), "none", List.of())));

    private static final SegmentPanel CALM = panel(figures(false));

    private static double[] figures(boolean changes) {
        double[] values = new double[SEGMENTS * MONTHS];
        for (int s = 0; s < SEGMENTS; s++) {
            Random random = new Random(s);
            double level = Math.exp(6 + random.nextGaussian());
            double slope = 0;
            for (int m = 0; m < MONTHS; m++) {
                double noise = random.nextGaussian();
                if (changes && m >= BREAK) {
                    // Runs of several months in one direction, where there was only flicker.
                    slope = m % 5 == BREAK % 5 ? 0.15 * Math.signum(noise) : slope;
                    level *= Math.exp(slope);
                    values[s * MONTHS + m] = level * Math.exp(0.01 * noise);
                } else {
                    values[s * MONTHS + m] = level * Math.exp(0.1 * noise);
                }
            }
        }
        return values;
    }

    private static SegmentPanel panel(double[] values) {
        List<SegmentKey> keys = new ArrayList<>();
        for (int s = 0; s < SEGMENTS; s++) {
            keys.add(SegmentKey.of(String.format("i%03d", s)));
        }
        double[] customers = new double[values.length];
        Arrays.fill(customers, 5);
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        columns.put("kpi", values);
        return SegmentPanel.of(
                new SegmentIndex(keys), new MonthAxis(YearMonth.of(2021, 1), MONTHS), columns, columns.keySet());
    }

    private static ForecastTask task(SegmentPanel panel, ForecastOptions options) {
        return new ForecastTask(panel, HIERARCHY, KPIS, "none", List.of(), 42, 2).with(options);
    }

    private static ModelArchive train(SegmentPanel panel) {
        try (ForecastOutcome outcome = ENGINE.forecast(task(panel, ModelChallenge.training(POLICY)))) {
            return outcome.models().orElseThrow();
        }
    }

    @Test
    void aRegimeChangeAsksForAChallengerWhichThenWins() {
        SegmentPanel panel = panel(figures(true));
        ModelArchive champion = train(panel.upTo(panel.months().at(TRAINED)));
        SegmentPanel soonAfter = panel.upTo(panel.months().at(BREAK + 4));

        MonitorReport report = watch(soonAfter, champion);
        assertTrue(
                report.triggers().stream()
                        .anyMatch(trigger -> trigger.kind() == RetrainTrigger.Kind.FORECAST_DRIFT
                                || trigger.kind() == RetrainTrigger.Kind.COVERAGE_LOST),
                () -> report.toString());

        ChallengeVerdict verdict =
                new ModelChallenge(ENGINE).judge(task(panel, ForecastOptions.STANDARD), champion, train(panel), POLICY);
        assertTrue(verdict.wins(), verdict::toString);
        assertEquals(6, verdict.origins());
    }

    private static MonitorReport watch(SegmentPanel panel, ModelArchive models) {
        try (ForecastOutcome outcome = ENGINE.forecast(task(panel, ForecastOptions.STANDARD.reusing(models)))) {
            return new PanelDriftMonitor()
                    .watch(new MonitorContext(
                            panel,
                            KPIS,
                            Map.of(),
                            List.of(),
                            outcome.past(),
                            List.of(),
                            MonitorHistory.NONE.trainedTo(models.provenance().trainedTo()),
                            POLICY));
        }
    }

    @Test
    void aChallengerTrainedOnCorruptedDataIsRefused() {
        double[] corrupted = figures(false);
        Random random = new Random(1);
        for (int cell = 0; cell < corrupted.length; cell++) {
            if (cell % MONTHS > TRAINED) {
                corrupted[cell] *= Math.exp(1.5 * random.nextGaussian());
            }
        }

        SegmentPanel broken = panel(corrupted);
        ModelArchive champion = train(CALM.upTo(CALM.months().at(TRAINED)));
        ModelArchive challenger = train(broken);
        ModelChallenge challenge = new ModelChallenge(ENGINE);

        ChallengeVerdict onGoodData =
                challenge.judge(task(CALM, ForecastOptions.STANDARD), champion, challenger, POLICY);
        ChallengeVerdict onItsOwn =
                challenge.judge(task(broken, ForecastOptions.STANDARD), champion, challenger, POLICY);

        assertFalse(onGoodData.wins());
        assertTrue(onGoodData.reason().en().contains("other data"), onGoodData::toString);
        ChallengeVerdict onNothingNew =
                challenge.judge(task(broken, ForecastOptions.STANDARD), challenger, challenger, POLICY);
        assertTrue(onNothingNew.reason().en().contains("too few"), onNothingNew::toString);
        assertFalse(onItsOwn.wins());
        assertTrue(onItsOwn.reason().en().contains("look broken: Figure in 2022-12"), onItsOwn::toString);
    }
}
