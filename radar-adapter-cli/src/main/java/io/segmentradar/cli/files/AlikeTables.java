package io.segmentradar.cli.files;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.Neighbours.Neighbour;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.view.ClusterProfile;
import io.segmentradar.core.view.ClusterProfiles;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.features.csv.CsvTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** {@code clusters.csv}, {@code cluster_profiles.csv} and {@code similar_segments.csv}. */
final class AlikeTables {
    static final String[] CLUSTER_HEADER = {
        "segment_id", "cluster", "name_ko", "name_en", "distance", "outlier", "unusual_aspect"
    };
    static final String[] SIMILAR_HEADER = {"segment_id", "rank", "similar_segment", "distance", "reasons"};

    private final RunView view;
    private final RadarRun run;
    private final SegmentPanel panel;

    AlikeTables(RadarRun run) {
        this.run = run;
        this.panel = run.panel();
        this.view = new RunView(run, Visibility.ALL);
    }

    void writeClusters(CsvTable table) {
        Grouping grouping = run.alike().grouping();
        for (int s = 0; s < grouping.segments(); s++) {
            if (grouping.cluster(s).isPresent()) {
                SegmentCluster cluster = grouping.cluster(s).get();
                table.text(panel.index().id(s))
                        .number(cluster.number())
                        .text(cluster.name().ko())
                        .text(cluster.name().en())
                        .number(grouping.distance(s))
                        .text(grouping.isOutlier(s))
                        .text(grouping.unusual(s).map(AlikeTables::id).orElse(null))
                        .end();
            }
        }
    }

    void writeSimilar(CsvTable table) {
        for (int s = 0; s < run.alike().neighbours().segments(); s++) {
            int rank = 0;
            for (Neighbour neighbour : run.alike().neighbours().of(s)) {
                table.text(panel.index().id(s))
                        .number(++rank)
                        .text(panel.index().id(neighbour.segment()))
                        .number(neighbour.distance())
                        .text(neighbour.reasons().stream().map(AlikeTables::id).collect(Collectors.joining(" ")))
                        .end();
            }
        }
    }

    String[] profileHeader() {
        List<String> header = new ArrayList<>(List.of("cluster", "name_ko", "name_en", "segments", "outliers"));
        for (String figure : figures()) {
            header.add(figure);
            header.add(figure + "_year_ago");
        }
        Arrays.stream(Severity.values())
                .forEach(severity -> header.add("alerts_" + severity.name().toLowerCase(Locale.ROOT)));
        header.addAll(List.of("best_actions", "typical_keys"));
        return header.toArray(String[]::new);
    }

    private List<String> figures() {
        List<String> figures = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        figures.addAll(run.spec().kpis().ids());
        return figures;
    }

    void writeProfiles(CsvTable table) {
        for (ClusterProfile profile : new ClusterProfiles(view).profiles()) {
            table.number(profile.cluster().number())
                    .text(profile.cluster().name().ko())
                    .text(profile.cluster().name().en())
                    .number(profile.segments())
                    .number(profile.outliers());
            for (String figure : figures()) {
                table.number(number(profile.figures().get(figure).value()));
                table.number(number(profile.figures().get(figure).yearAgo()));
            }
            for (Severity severity : Severity.values()) {
                table.number(profile.alerts().getOrDefault(severity, 0));
            }
            table.text(profile.actions().stream()
                            .map(ClusterProfile.ActionSum::type)
                            .collect(Collectors.joining(" ")))
                    .text(profile.keys().stream()
                            .map(key -> key.dimension().id() + "=" + key.value())
                            .collect(Collectors.joining("; ")))
                    .end();
        }
    }

    private static double number(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }

    private static String id(Aspect aspect) {
        return aspect.name().toLowerCase(Locale.ROOT);
    }
}
