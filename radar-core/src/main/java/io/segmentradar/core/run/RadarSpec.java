package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.PanelLayout;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything about a bank that is not code; valid from construction.
 *
 * @param name such as {@code imbank}
 * @param sha256 of the spec text, lower-case hex
 * @param month the month column and its format
 * @param dimensions parts of the segment key, in id order
 * @param amounts columns that are summed
 * @param ranges columns with counts as text ranges, summed and averaged
 * @param calendar business calendar: {@code korea} or {@code none}
 * @param smallCells figures of segments with fewer customers are withheld from readers who see the bank from outside its
 *     business; 1 withholds nothing. Runs stored before specs had it say 0, which is read as the default
 * @param monitoring what counts as drift and when models are renewed; the usual where it is null, as in older stored runs
 * @param alike how segments are compared and grouped; the usual where it is null, as in older stored runs
 * @param fx what is FX business; empty where the bank has none, or null as in older stored runs
 * @param absenceMonths months for which a customer without a row is remembered as absent; 0 if rows are not linked from month
 *     to month, as in older stored runs
 * @param reconciler how forecasts of all levels are made to add up; weighted least squares where it is null, as in older
 *     stored runs
 */
public record RadarSpec(
        String name,
        String sha256,
        Label title,
        MonthColumn month,
        List<SegmentDimension> dimensions,
        List<AmountColumn> amounts,
        List<RangeColumn> ranges,
        KpiCatalog kpis,
        MoneyUnit unit,
        String calendar,
        SegmentHierarchy hierarchy,
        AlertPolicy alerts,
        ActionPolicy actions,
        int smallCells,
        MonitorPolicy monitoring,
        AlikePolicy alike,
        Optional<FxPolicy> fx,
        int absenceMonths,
        Reconciler reconciler) {
    public static final int DEFAULT_SMALL_CELLS = 3;

    public RadarSpec {
        if (smallCells < 0) {
            throw new SpecException("small_cells of spec '" + name + "' must be at least 1, got " + smallCells);
        }
        smallCells = smallCells == 0 ? DEFAULT_SMALL_CELLS : smallCells;
        monitoring = monitoring == null ? MonitorPolicy.USUAL : monitoring;
        alike = alike == null ? AlikePolicy.USUAL : alike;
        fx = fx == null ? Optional.empty() : fx;
        reconciler = reconciler == null ? Reconciler.WLS : reconciler;
        dimensions = List.copyOf(dimensions);
        amounts = List.copyOf(amounts);
        ranges = List.copyOf(ranges);
        List<String> unknown = new ArrayList<>();
        List<String> columns = amounts.stream().map(AmountColumn::column).toList();
        kpis.kpis().forEach(kpi -> collectUnknown("kpis." + kpi.id(), kpi.formula(), columns, unknown));
        kpis.ratios().forEach(ratio -> {
            collectUnknown("ratios." + ratio.id() + ".numerator", ratio.numerator(), columns, unknown);
            collectUnknown("ratios." + ratio.id() + ".denominator", ratio.denominator(), columns, unknown);
        });
        fx.ifPresent(policy -> collectUnknown(policy, columns, kpis, unknown));
        if (!unknown.isEmpty()) {
            throw new SpecException("Formulas of spec '" + name + "' use columns that are not among its amounts: "
                    + unknown + ". Add them under 'amounts' or correct the formula; amounts are " + columns);
        }
    }

    private static void collectUnknown(FxPolicy fx, List<String> columns, KpiCatalog kpis, List<String> unknown) {
        for (String amount : List.of(fx.exports(), fx.imports())) {
            if (!columns.contains(amount)) {
                unknown.add("fx: " + amount);
            }
        }
        List<String> ids = new ArrayList<>(kpis.ids());
        kpis.ratios().forEach(ratio -> ids.add(ratio.id()));
        fx.kpis().stream().filter(kpi -> !ids.contains(kpi)).forEach(kpi -> unknown.add("fx.sensitive: " + kpi));
        Stream.concat(fx.rising().stream(), fx.falling().stream())
                .filter(column -> !ids.contains(column))
                .forEach(column -> unknown.add("fx: " + column));
    }

    private static void collectUnknown(String path, KpiFormula formula, List<String> columns, List<String> unknown) {
        for (KpiFormula.Term term : formula.terms()) {
            if (!columns.contains(term.column())) {
                unknown.add(path + ": " + term.column());
            }
        }
    }

    /** The same bank asking to hear of other things. */
    public RadarSpec with(AlertPolicy other) {
        return new RadarSpec(
                name,
                sha256,
                title,
                month,
                dimensions,
                amounts,
                ranges,
                kpis,
                unit,
                calendar,
                hierarchy,
                other,
                actions,
                smallCells,
                monitoring,
                alike,
                fx,
                absenceMonths,
                reconciler);
    }

    /**
     * What an engine is asked for this bank's panel, measured as usual.
     *
     * @param covariates series from outside
     * @param threads worker threads, at least 1
     */
    public ForecastTask forecastTask(SegmentPanel panel, List<MonthlySeries> covariates, long seed, int threads) {
        return new ForecastTask(panel, hierarchy, kpis, calendar, covariates, seed, threads).with(reconciler);
    }

    /** The columns of this bank's panel. */
    public PanelLayout panelLayout() {
        return new PanelLayout(
                dimensions.size(),
                amounts.stream().map(AmountColumn::column).toList(),
                ranges.stream().map(RangeColumn::column).toList(),
                kpis,
                absenceMonths);
    }

    /** Column name to its label, over all amounts and ranges. */
    public Map<String, Label> columnLabels() {
        Map<String, Label> labels = new LinkedHashMap<>(amountLabels());
        for (RangeColumn range : ranges) {
            labels.put(range.column(), range.label());
            labels.put(
                    PanelLayout.mean(range.column()),
                    new Label(range.label().ko() + " 평균", range.label().en() + ", mean"));
        }
        return labels;
    }

    /** Column name to its label, over all amounts. */
    public Map<String, Label> amountLabels() {
        Map<String, Label> labels = new LinkedHashMap<>();
        amounts.forEach(amount -> labels.put(amount.column(), amount.label()));
        return labels;
    }

    /**
     * @param pattern {@code YYYYMM} or {@code YYYY-MM}
     */
    public record MonthColumn(String column, String pattern) {}

    /**
     * @param required false if an input without this column is fine (the amount is then missing)
     * @param signed true if an amount below 0 is a good value
     */
    public record AmountColumn(String column, Label label, boolean required, boolean signed) {}

    /**
     * @param required false if an input without this column is fine
     */
    public record RangeColumn(String column, Label label, boolean required) {}
}
