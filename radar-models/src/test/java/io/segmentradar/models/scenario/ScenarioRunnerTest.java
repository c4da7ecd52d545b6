package io.segmentradar.models.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.scenario.CovariateShift;
import io.segmentradar.core.scenario.GroupShock;
import io.segmentradar.core.scenario.Scenario;
import io.segmentradar.core.scenario.ScenarioDifference;
import io.segmentradar.core.scenario.ScenarioException;
import io.segmentradar.core.scenario.ScenarioNote;
import io.segmentradar.core.scenario.ScenarioOutcome;
import io.segmentradar.core.scenario.ScenarioRunner;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.models.engine.PanelForecastEngine;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Scenarios by the real engine on a small run whose exchange rate tells its random walks nothing. */
class ScenarioRunnerTest {
    private static final RadarRun RUN = RadarRuns.run(1, YearMonth.of(2024, 12));
    private static final Nobody RULES = new Nobody();
    private static ScenarioRunner runner;

    @BeforeAll
    static void trainOnce() {
        runner = new ScenarioRunner(new PanelForecastEngine(), List.of(), RULES, RUN, Optional.empty());
    }

    /** Recommends nothing, but keeps what it was shown: actions have their own tests. */
    private static final class Nobody implements ActionRecommender {
        private ActionContext shown;

        @Override
        public List<String> problems(ActionPolicy policy, KpiCatalog kpis, SegmentHierarchy hierarchy) {
            return List.of();
        }

        @Override
        public ActionReport recommend(ActionContext context) {
            shown = context;
            return RUN.actionReport();
        }
    }

    private static Scenario scenario(Map<String, CovariateShift> covariates, GroupShock... shocks) {
        return new Scenario("test", covariates, List.of(shocks), Map.of(), OptionalDouble.empty());
    }

    private static boolean has(ScenarioOutcome outcome, ScenarioNote.Kind kind) {
        return outcome.notes().stream().anyMatch(note -> note.kind() == kind);
    }

    @Test
    void aSeriesChangesOnlyTheKpisWhereItEarnedAPlaceAndSaysSo() {
        ScenarioOutcome outcome =
                runner.run(scenario(Map.of("usdkrw", new CovariateShift(OptionalDouble.of(0.3), List.of()))));

        assertTrue(has(outcome, ScenarioNote.Kind.OUTSIDE_TRAINING), outcome.notes()::toString);
        String told = outcome.notes().stream()
                .filter(note -> note.kind() == ScenarioNote.Kind.NO_EFFECT)
                .findFirst()
                .orElseThrow()
                .text()
                .en();
        Set<String> changed = outcome.differences().stream()
                .filter(row -> !row.base().equals(row.scenario()))
                .map(row -> row.base().kpi())
                .collect(Collectors.toSet());
        assertTrue(changed.size() < RUN.spec().kpis().kpis().size(), changed::toString);
        for (Kpi kpi : RUN.spec().kpis().kpis()) {
            assertEquals(changed.contains(kpi.id()), told.contains(kpi.label().en()), told);
        }
    }

    @Test
    void aShockMovesItsGroupAndAllLevelsStillAddUp() {
        ScenarioOutcome outcome =
                runner.run(scenario(Map.of(), new GroupShock("deposits", -0.4, Map.of("province", "부산"))));

        Map<Integer, Double> bank = new HashMap<>();
        Map<Integer, Double> segments = new HashMap<>();
        double group = 0;
        for (ScenarioDifference row : outcome.differences()) {
            if (row.base().kpi().equals("deposits")) {
                int h = row.scenario().horizon().months();
                if (row.base().level().equals(SegmentHierarchy.BANK)) {
                    bank.put(h, row.scenario().point());
                } else if (row.base().level().equals(SegmentHierarchy.SEGMENT)) {
                    segments.merge(h, row.scenario().point(), Double::sum);
                    group += row.base().segment().key().value(1).equals("부산") ? row.change() : 0;
                }
            }
        }
        assertTrue(group < 0, "the group falls: " + group);
        bank.forEach((h, total) -> assertEquals(total, segments.get(h), 1e-6 * total));
        assertTrue(has(outcome, ScenarioNote.Kind.OUTSIDE_TRAINING), outcome.notes()::toString);
        String text = outcome.notes().get(0).text().en();
        assertTrue(text.contains("-40.0 %") && text.contains("beyond what the models have seen"), text);
    }

    @Test
    void rulesOfActionsSeeTheShockInTheAmountsAndTheRegimeOfAnotherRate() {
        ScenarioOutcome outcome = runner.run(scenario(
                Map.of("usdkrw", new CovariateShift(OptionalDouble.of(0.3), List.of())),
                new GroupShock("deposits", -0.4, Map.of())));

        int last = RUN.panel().months().count() - 1;
        for (int s = 0; s < RUN.panel().segments(); s++) {
            double before = RUN.panel().column("amount_0").value(s, last);
            assertEquals(0.6 * before, RULES.shown.panel().column("amount_0").value(s, last), 1e-9 * before);
        }
        double rate = RUN.covariates().get(0).knownAt(RUN.manifest().asOf()).orElseThrow();
        assertEquals(1.3 * rate, RULES.shown.fx().market().orElseThrow().now().rate(), 1e-9 * rate);
        assertTrue(has(outcome, ScenarioNote.Kind.ACTIONS_INCOMPLETE), outcome.notes()::toString);
    }

    @Test
    void whatTheRunDoesNotKnowIsNamedAltogether() {
        Scenario unknown = new Scenario(
                "odd",
                Map.of("oil", new CovariateShift(OptionalDouble.empty(), List.of(80.0, 90.0))),
                List.of(new GroupShock("deposit", 0.1, Map.of("planet", "Mars", "province", "없는 곳"))),
                Map.of("margin", 0.1),
                OptionalDouble.empty());

        String message =
                assertThrows(ScenarioException.class, () -> runner.run(unknown)).getMessage();

        for (String part : List.of("'oil'", "'deposit'", "'planet'", "'없는 곳'", "'margin'")) {
            assertTrue(message.contains(part), message);
        }
    }

    @Test
    void aRunByOtherModelsIsNotTakenForTheBase() {
        // The fixture's published forecasts are made up, not made by the engine.
        assertTrue(has(runner.run(Scenario.base()), ScenarioNote.Kind.BASE_DIFFERS));
    }
}
