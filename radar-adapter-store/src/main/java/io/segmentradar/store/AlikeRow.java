package io.segmentradar.store;

import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.Neighbours;
import io.segmentradar.core.alike.SegmentCluster;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One segment of a report on alike segments, which is columnar, as a record and back.
 *
 * @param cluster 0 for none
 * @param unusual aspect that makes it an outlier; empty text for none
 * @param neighbours nearest first, by panel row
 */
record AlikeRow(int cluster, double distance, String unusual, List<Neighbours.Neighbour> neighbours) {

    /** Groups and how their number was found: what does not belong to one segment. */
    record Groups(List<SegmentCluster> clusters, List<Grouping.Trial> trials) {
        static final Groups NONE = new Groups(List.of(), List.of());
    }

    static AlikeRow of(AlikeReport report, int segment) {
        Grouping grouping = report.grouping();
        return new AlikeRow(
                grouping.cluster(segment).map(SegmentCluster::number).orElse(0),
                grouping.distance(segment),
                grouping.unusual(segment).map(Aspect::name).orElse(""),
                report.neighbours().of(segment));
    }

    /**
     * @param rows one a panel row
     */
    static AlikeReport report(Groups groups, List<AlikeRow> rows) {
        return new AlikeReport(
                neighbours(rows),
                new Grouping(
                        groups.clusters(),
                        groups.trials(),
                        rows.stream().mapToInt(AlikeRow::cluster).toArray(),
                        rows.stream().mapToDouble(AlikeRow::distance).toArray(),
                        rows.stream()
                                .mapToInt(row -> row.unusual().isEmpty()
                                        ? -1
                                        : Aspect.valueOf(row.unusual()).ordinal())
                                .toArray()));
    }

    private static Neighbours neighbours(List<AlikeRow> rows) {
        int aspects = Aspect.values().length;
        int limit = Math.max(
                1, rows.stream().mapToInt(row -> row.neighbours().size()).max().orElse(1));
        int[] segments = new int[rows.size() * limit];
        double[] distances = new double[segments.length];
        double[] parts = new double[segments.length * aspects];
        Arrays.fill(segments, -1);
        Arrays.fill(parts, Double.NaN);
        IntStream.range(0, rows.size()).forEach(s -> {
            for (int rank = 0; rank < rows.get(s).neighbours().size(); rank++) {
                int cell = s * limit + rank;
                Neighbours.Neighbour neighbour = rows.get(s).neighbours().get(rank);
                segments[cell] = neighbour.segment();
                distances[cell] = neighbour.distance();
                neighbour.parts().forEach((aspect, part) -> parts[cell * aspects + aspect.ordinal()] = part);
            }
        });
        return new Neighbours(limit, segments, distances, parts);
    }
}
