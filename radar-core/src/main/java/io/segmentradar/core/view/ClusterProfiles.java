package io.segmentradar.core.view;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.view.ClusterProfile.ActionSum;
import io.segmentradar.core.view.ClusterProfile.KeyShare;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Describes the groups of alike segments from what a reader may see of a run. */
public final class ClusterProfiles {
    private static final int MOST_KEYS = 4;
    private static final int MOST_ACTIONS = 3;
    private static final double TELLING = 0.05;

    private final RunView view;
    private final Grouping grouping;
    private final Map<SegmentId, ClusterOf> byId;

    private record ClusterOf(SegmentCluster cluster, boolean outlier) {}

    public ClusterProfiles(RunView view) {
        this.view = view;
        this.grouping = view.run().alike().grouping();
        this.byId = new LinkedHashMap<>();
        for (SegmentRow row : view.segments()) {
            grouping.cluster(row.row())
                    .ifPresent(cluster -> byId.put(row.id(), new ClusterOf(cluster, grouping.isOutlier(row.row()))));
        }
    }

    /** Profiles in the order of the groups. */
    public List<ClusterProfile> profiles() {
        return grouping.clusters().stream().map(this::profile).toList();
    }

    /** Visible segments of a group without its outliers, in id order. */
    public List<SegmentRow> members(SegmentCluster cluster) {
        return view.segments().stream()
                .filter(row -> belongs(row.id(), cluster))
                .toList();
    }

    /** Visible segments that are too far from any group, in id order. */
    public List<SegmentRow> outliers() {
        return view.segments().stream()
                .filter(row -> byId.containsKey(row.id()) && byId.get(row.id()).outlier())
                .toList();
    }

    private boolean belongs(SegmentId id, SegmentCluster cluster) {
        ClusterOf of = byId.get(id);
        return of != null && !of.outlier() && of.cluster().number() == cluster.number();
    }

    private ClusterProfile profile(SegmentCluster cluster) {
        List<SegmentRow> members = members(cluster);
        int near = (int) byId.values().stream()
                .filter(of -> of.outlier() && of.cluster().number() == cluster.number())
                .count();
        return new ClusterProfile(
                cluster, members.size(), near, figures(members), keys(members), alerts(cluster), actions(cluster));
    }

    private Map<String, Figure> figures(List<SegmentRow> members) {
        Map<String, Figure> figures = new LinkedHashMap<>();
        List<String> ids = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        view.run().spec().kpis().kpis().stream().map(Kpi::id).forEach(ids::add);
        int now = view.asOf();
        for (String id : ids) {
            if (view.figures().contains(id)) {
                figures.put(
                        id, new Figure(sum(id, members, now), sum(id, members, now - 1), sum(id, members, now - 12)));
            }
        }
        return figures;
    }

    private OptionalDouble sum(String figure, List<SegmentRow> members, int month) {
        return members.stream()
                .map(row -> view.value(figure, row.row(), month))
                .filter(OptionalDouble::isPresent)
                .mapToDouble(OptionalDouble::getAsDouble)
                .reduce(Double::sum);
    }

    private List<KeyShare> keys(List<SegmentRow> members) {
        List<KeyShare> shares = new ArrayList<>();
        for (int d = 0; d < view.dimensions().size(); d++) {
            Map<String, Long> here = count(members, d);
            Map<String, Long> overall = count(
                    view.segments().stream()
                            .filter(row -> byId.containsKey(row.id()))
                            .toList(),
                    d);
            for (Map.Entry<String, Long> value : here.entrySet()) {
                double share = (double) value.getValue() / members.size();
                double all = (double) overall.get(value.getKey()) / byId.size();
                if (share - all > TELLING) {
                    shares.add(new KeyShare(view.dimensions().get(d), value.getKey(), share, all));
                }
            }
        }
        shares.sort(Comparator.comparingDouble((KeyShare key) -> key.overall() - key.share())
                .thenComparing(KeyShare::value));
        return shares.subList(0, Math.min(MOST_KEYS, shares.size()));
    }

    private static Map<String, Long> count(List<SegmentRow> rows, int dimension) {
        return rows.stream()
                .collect(Collectors.groupingBy(row -> row.key().value(dimension), TreeMap::new, Collectors.counting()));
    }

    private Map<Severity, Integer> alerts(SegmentCluster cluster) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (AlertRow row : view.alerts()) {
            Alert alert = row.alert();
            if (belongs(alert.segment(), cluster)) {
                counts.merge(alert.severity(), 1, Integer::sum);
            }
        }
        return counts;
    }

    private List<ActionSum> actions(SegmentCluster cluster) {
        Map<String, List<RecommendedAction>> byType = view.actions().stream()
                .filter(row -> !row.masked())
                .map(ActionRow::action)
                .filter(action -> action.isPlanned() && belongs(action.segment(), cluster))
                .collect(Collectors.groupingBy(RecommendedAction::type, TreeMap::new, Collectors.toList()));
        return byType.values().stream()
                .map(actions -> new ActionSum(
                        actions.get(0).type(),
                        actions.get(0).title(),
                        actions.size(),
                        actions.stream()
                                .mapToDouble(action -> action.worth().value())
                                .sum()))
                .sorted(Comparator.comparingDouble((ActionSum sum) -> -sum.value())
                        .thenComparing(ActionSum::type))
                .limit(MOST_ACTIONS)
                .toList();
    }
}
