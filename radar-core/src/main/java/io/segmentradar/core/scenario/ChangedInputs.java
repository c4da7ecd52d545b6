package io.segmentradar.core.scenario;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.catalog.ActionCatalog;
import io.segmentradar.core.action.catalog.Assumption;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.run.RadarRun;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The inputs of a run as a scenario changes them. */
final class ChangedInputs {
    private final RadarRun run;
    private final Scenario scenario;

    ChangedInputs(RadarRun run, Scenario scenario) {
        this.run = run;
        this.scenario = scenario;
    }

    /**
     * The panel with shocked figures in its last month; a KPI's amounts, the ratios over it and what absent customers had
     * of it move along.
     */
    SegmentPanel panel() {
        if (scenario.shocks().isEmpty()) {
            return run.panel();
        }
        Map<String, double[]> factors = new HashMap<>();
        for (GroupShock shock : scenario.shocks()) {
            double[] own = factors(shock);
            multiply(factors, shock.kpi(), own, false);
            Stream.concat(
                            run.spec().kpis().kpi(shock.kpi()).formula().terms().stream()
                                    .map(KpiFormula.Term::column),
                            Absences.of(shock.kpi()).stream())
                    .filter(run.panel()::has)
                    .forEach(amount -> multiply(factors, amount, own, false));
            KpiFormula formula = run.spec().kpis().kpi(shock.kpi()).formula();
            for (Ratio ratio : run.spec().kpis().ratios()) {
                if (run.panel().has(ratio.id()) && ratio.numerator().equals(formula)) {
                    multiply(factors, ratio.id(), own, false);
                }
                if (run.panel().has(ratio.id()) && ratio.denominator().equals(formula)) {
                    multiply(factors, ratio.id(), own, true);
                }
            }
        }
        return run.panel().withLastMonth(factors);
    }

    private double[] factors(GroupShock shock) {
        SegmentPanel panel = run.panel();
        double[] factors = new double[panel.segments()];
        for (int s = 0; s < factors.length; s++) {
            boolean hit = shock.hits(panel.index().key(s), run.spec().dimensions());
            factors[s] = hit ? 1 + shock.change() : 1;
        }
        return factors;
    }

    private static void multiply(Map<String, double[]> all, String column, double[] factors, boolean inverse) {
        double[] sum = all.computeIfAbsent(column, name -> {
            double[] ones = new double[factors.length];
            Arrays.fill(ones, 1);
            return ones;
        });
        for (int s = 0; s < sum.length; s++) {
            double factor = inverse ? 1 / factors[s] : factors[s];
            sum[s] *= Double.isFinite(factor) ? factor : Double.NaN;
        }
    }

    /** The series as forecasts {@code horizon} months ahead shall see them. */
    List<MonthlySeries> covariates(List<MonthlySeries> all, int horizon) {
        YearMonth asOf = run.manifest().asOf();
        List<MonthlySeries> changed = new ArrayList<>();
        for (MonthlySeries series : all) {
            CovariateShift shift = scenario.covariates().get(series.id());
            if (shift == null || series.knownAt(asOf).isEmpty()) {
                changed.add(series);
            } else {
                NavigableMap<YearMonth, Double> values = new TreeMap<>(series.values());
                YearMonth known = values.floorKey(asOf.minusMonths(series.publicationLag()));
                values.put(known, shift.at(horizon, values.get(known)));
                changed.add(new MonthlySeries(series.id(), series.label(), values, series.publicationLag()));
            }
        }
        return changed;
    }

    /** The FX radar with the regime that a changed rate gives; the scores of segments stay those of the run. */
    FxReport fx() {
        String rate = rate(run);
        Optional<FxRegime> regime = covariates(run.covariates(), 1).stream()
                .filter(series -> series.id().equals(rate))
                .findFirst()
                .flatMap(series -> FxRegime.knownAt(run.manifest().asOf(), series));
        return !scenario.covariates().containsKey(rate)
                        || regime.isEmpty()
                        || run.fx().market().isEmpty()
                ? run.fx()
                : new FxReport(
                        run.fx().status(),
                        run.fx().market().map(market -> market.with(regime.get())),
                        run.fx().segments());
    }

    /** Id of the series with the exchange rate. */
    static String rate(RadarRun run) {
        return run.spec().fx().map(FxPolicy::series).orElse(FxRegime.SERIES);
    }

    /** The action policy with changed assumptions. */
    ActionPolicy policy() {
        ActionPolicy policy = run.spec().actions();
        ActionCatalog catalog = policy.catalog();
        List<Assumption> assumptions = catalog.assumptions().stream()
                .map(own -> new Assumption(
                        own.id(),
                        own.label(),
                        own.unit(),
                        scenario.assumptions().getOrDefault(own.id(), own.value())))
                .toList();
        ActionCatalog changed = new ActionCatalog(
                catalog.categories(),
                catalog.owners(),
                catalog.channels(),
                assumptions,
                catalog.facts(),
                catalog.rules());
        return new ActionPolicy(policy.parameters(), changed, policy.arbitration(), policy.contact(), policy.plan());
    }
}
