package io.segmentradar.core.view;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * A run as one reader may see it: rows outside the reader's scope do not exist, figures of segments with too few
 * customers are withheld, and totals are sums of what is shown, so that nothing hidden follows by difference. Immutable.
 */
public final class RunView {
    private final RadarRun run;
    private final Visibility visibility;
    private final int withheldBelow;
    private final List<String> figures;
    private final List<SegmentRow> segments;
    private final Map<SegmentId, SegmentRow> byId = new HashMap<>();
    private final Nodes nodes;
    private final List<AlertRow> alerts;
    private final List<ActionRow> actions;

    public RunView(RadarRun run, Visibility visibility) {
        this.run = run;
        this.visibility = visibility;
        this.withheldBelow = visibility.withheldBelow(run.spec().smallCells());
        this.figures = figureIds(run);
        SegmentPanel panel = run.panel();
        this.segments = IntStream.range(0, panel.segments())
                .filter(s -> panel.isBorn(s) && visibility.admits(panel.index().key(s), dimensions()))
                .mapToObj(this::segmentRow)
                .toList();
        segments.forEach(row -> byId.put(row.id(), row));
        this.nodes = new Nodes(run);
        this.alerts = alertRows();
        this.actions = actionRows();
    }

    private static List<String> figureIds(RadarRun run) {
        List<String> ids = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        ids.addAll(run.spec().kpis().ids());
        run.spec().kpis().ratios().stream().map(Ratio::id).forEach(ids::add);
        return ids.stream().filter(run.panel()::has).toList();
    }

    public RadarRun run() {
        return run;
    }

    public Visibility visibility() {
        return visibility;
    }

    public List<SegmentDimension> dimensions() {
        return run.spec().dimensions();
    }

    public SegmentHierarchy hierarchy() {
        return run.spec().hierarchy();
    }

    /** Customer count, KPIs and ratios of the panel, in order of presentation. */
    public List<String> figures() {
        return figures;
    }

    /** Segments in id order. */
    public List<SegmentRow> segments() {
        return segments;
    }

    public Optional<SegmentRow> segment(SegmentId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Alerts, worst first. */
    public List<AlertRow> alerts() {
        return alerts;
    }

    /** Actions, best first. */
    public List<ActionRow> actions() {
        return actions;
    }

    /** Position of the run's month on the panel's axis. */
    public int asOf() {
        return run.panel().months().count() - 1;
    }

    /** A segment's figure in a month; empty where it is missing or withheld. */
    public OptionalDouble value(String figure, int segment, int month) {
        if (month < 0 || month > asOf() || withheld(segment, month)) {
            return OptionalDouble.empty();
        }
        return optional(run.panel().column(figure).orNaN(segment, month));
    }

    /** Sum over the visible segments that pass the filter; empty where none has a value. Not for ratios. */
    public OptionalDouble total(String figure, int month, Predicate<SegmentKey> filter) {
        if (month < 0 || month > asOf()) {
            return OptionalDouble.empty();
        }
        return segments.stream()
                .filter(row -> filter.test(row.key()))
                .map(row -> value(figure, row.row(), month))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .reduce(Double::sum);
    }

    /** Sum over the visible segments of each node of a level; a node without any value is absent. Not for ratios. */
    public Map<SegmentId, Double> totals(String figure, int month, String level) {
        Map<SegmentId, Double> totals = new LinkedHashMap<>();
        for (SegmentRow row : segments) {
            value(figure, row.row(), month)
                    .ifPresent(value -> totals.merge(nodes.nodeOf(level, row.row()), value, Double::sum));
        }
        return totals;
    }

    /** The node of a level to which a segment belongs. */
    public SegmentId nodeOf(String level, SegmentRow segment) {
        return nodes.nodeOf(level, segment.row());
    }

    /** Total of all visible segments with its changes. */
    public Figure total(String figure) {
        int now = asOf();
        return new Figure(
                total(figure, now, key -> true),
                total(figure, now - 1, key -> true),
                total(figure, now - 12, key -> true));
    }

    /** True if the figures of a segment in a month are withheld. */
    public boolean withheld(int segment, int month) {
        if (!withholdsSome() || month < 0 || month > asOf()) {
            return false;
        }
        double customers = run.panel().column(SegmentPanel.CUSTOMER_COUNT).orNaN(segment, month);
        return customers > 0 && customers < withheldBelow;
    }

    /** True if figures of small segments are withheld from this reader. */
    boolean withholdsSome() {
        return withheldBelow > 1;
    }

    private SegmentRow segmentRow(int segment) {
        SegmentPanel panel = run.panel();
        Map<String, Figure> values = new LinkedHashMap<>();
        for (String figure : figures) {
            values.put(
                    figure,
                    new Figure(
                            value(figure, segment, asOf()),
                            value(figure, segment, asOf() - 1),
                            value(figure, segment, asOf() - 12)));
        }
        return new SegmentRow(
                segment,
                panel.index().id(segment),
                panel.index().key(segment),
                panel.lifecycle(segment),
                panel.months().at(panel.firstMonth(segment)),
                panel.months().at(panel.lastMonth(segment)),
                withheld(segment, asOf()),
                values);
    }

    private List<AlertRow> alertRows() {
        List<AlertRow> rows = new ArrayList<>();
        Map<String, Set<SegmentId>> masked = new HashMap<>();
        for (int i = 0; i < run.alerts().size(); i++) {
            Alert alert = run.alerts().get(i);
            if (node(alert.level(), alert.segment()).isPresent()) {
                boolean hidden = masked.computeIfAbsent(alert.level(), this::nodesWithMaskedSegments)
                        .contains(alert.segment());
                rows.add(new AlertRow(
                        rows.size() + 1, alert, causes(alert, run.drivers().get(i)), hidden));
            }
        }
        return List.copyOf(rows);
    }

    /** Causes without the money of absent customers who are too few. */
    private DriverAttribution causes(Alert alert, DriverAttribution all) {
        if (!withholdsSome() || all.sum(DriverKind.ABSENT) == 0) {
            return all;
        }
        return absent(alert) >= withheldBelow ? all : all.without(DriverKind.ABSENT);
    }

    /** Customers of an alert's node who are absent since this month; 0 where the run does not say. */
    private double absent(Alert alert) {
        if (!run.panel().has(Absences.LOST_COUNT)) {
            return 0;
        }
        PanelColumn lost = run.panel().column(Absences.LOST_COUNT);
        return IntStream.range(0, run.panel().segments())
                .filter(s -> nodes.nodeOf(alert.level(), s).equals(alert.segment()))
                .mapToDouble(s -> lost.orNaN(s, asOf()))
                .filter(Double::isFinite)
                .sum();
    }

    /** True if amounts of a node must not be shown, because some segment under it is withheld. */
    public boolean isMasked(String level, SegmentId node) {
        return segments.stream()
                .anyMatch(row -> row.masked() && nodes.nodeOf(level, row.row()).equals(node));
    }

    /** Nodes of a level under which some segment is withheld, as of the run's month. */
    private Set<SegmentId> nodesWithMaskedSegments(String level) {
        Set<SegmentId> hidden = new HashSet<>();
        for (SegmentRow row : segments) {
            if (row.masked()) {
                hidden.add(nodes.nodeOf(level, row.row()));
            }
        }
        return hidden;
    }

    private List<ActionRow> actionRows() {
        var visible = run.actions().stream()
                .filter(action -> byId.containsKey(action.segment()))
                .toList();
        int n = visible.size();
        return IntStream.range(0, n)
                .mapToObj(i -> new ActionRow(
                        i + 1,
                        10 - (int) (10L * i / n),
                        visible.get(i),
                        byId.get(visible.get(i).segment()).masked()))
                .toList();
    }

    /** Key of a node of a level; empty where there is no such node or it is out of scope. */
    public Optional<SegmentKey> node(String level, SegmentId id) {
        return nodes.key(level, id).filter(key -> visibility.admits(key, dimensions()));
    }

    /** The KPI of that id, Korean or English label. */
    public Optional<Kpi> kpi(String name) {
        return run.spec().kpis().kpis().stream()
                .filter(kpi -> kpi.id().equals(name)
                        || kpi.label().ko().equals(name)
                        || kpi.label().en().equalsIgnoreCase(name))
                .findFirst();
    }

    static OptionalDouble optional(double value) {
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
