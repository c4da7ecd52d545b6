package io.segmentradar.models.alert;

import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One level of the hierarchy at the month under review, with the size class of each node: figures of a single customer
 * and of a thousand are not unusual in the same way.
 */
final class LevelView {
    static final int SIZE_CLASSES = 6;

    /** Mean customers of a month at which the next size class begins. */
    private static final double[] SIZES = {1.5, 3, 6, 12, 30};

    private static final int MEAN_MONTHS = 12;

    private final SegmentLevel level;
    private final SegmentPanel panel;
    private final int[] sizeClass;
    private final int alive;
    private final PanelColumn customers;
    private final int[][] segments;

    private LevelView(SegmentLevel level, SegmentPanel panel, int[] nodeOfSegment) {
        this.level = level;
        this.panel = panel;
        this.segments = members(nodeOfSegment, panel.segments());
        this.customers = panel.column(SegmentPanel.CUSTOMER_COUNT);
        this.sizeClass = new int[panel.segments()];
        int withCustomers = 0;
        for (int node = 0; node < sizeClass.length; node++) {
            double customersOfYear = meanCustomers(node);
            int size = Arrays.binarySearch(SIZES, customersOfYear);
            sizeClass[node] = size >= 0 ? size + 1 : -size - 1;
            withCustomers += customersOfYear > 0 ? 1 : 0;
        }
        this.alive = withCustomers;
    }

    static List<LevelView> all(SegmentPanel panel, SegmentHierarchy hierarchy) {
        return hierarchy.levels().stream().map(level -> of(level, panel)).toList();
    }

    private static LevelView of(SegmentLevel level, SegmentPanel segments) {
        if (level.id().equals(SegmentHierarchy.SEGMENT)) {
            return new LevelView(
                    level, segments, IntStream.range(0, segments.segments()).toArray());
        }
        SegmentPanel nodes = segments.rollUp(level);
        return new LevelView(level, nodes, segments.nodeRows(level, nodes.index()));
    }

    private static int[][] members(int[] nodeOfSegment, int nodes) {
        int[] counts = new int[nodes];
        for (int node : nodeOfSegment) {
            counts[node]++;
        }
        int[][] members = new int[nodes][];
        for (int node = 0; node < nodes; node++) {
            members[node] = new int[counts[node]];
        }
        for (int s = nodeOfSegment.length - 1; s >= 0; s--) {
            int node = nodeOfSegment[s];
            members[node][--counts[node]] = s;
        }
        return members;
    }

    /** Rows of the segments that make up a node, ascending. */
    int[] segmentsOf(int node) {
        return segments[node];
    }

    /** Mean over the year before the month under review, months without customers left out. */
    private double meanCustomers(int node) {
        double sum = 0;
        int count = 0;
        int review = review();
        for (int m = Math.max(0, review - MEAN_MONTHS); m < review; m++) {
            double n = customers.orNaN(node, m);
            if (n > 0) {
                sum += n;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    String id() {
        return level.id();
    }

    SegmentLevel level() {
        return level;
    }

    /** True if the node says something that no other node says: an aggregate of one segment is that segment. */
    boolean isOwnVoice(int node) {
        return isSegment() || segments[node].length > 1;
    }

    boolean isSegment() {
        return level.id().equals(SegmentHierarchy.SEGMENT);
    }

    SegmentPanel panel() {
        return panel;
    }

    SegmentIndex nodes() {
        return panel.index();
    }

    int size() {
        return sizeClass.length;
    }

    /** Number of nodes with customers within the year before the month under review. */
    int alive() {
        return alive;
    }

    int months() {
        return panel.months().count();
    }

    /** Position of the month under review. */
    int review() {
        return months() - 1;
    }

    int sizeClass(int node) {
        return sizeClass[node];
    }

    /** Customers in a month, 0 where there are none. */
    double customers(int node, int month) {
        double n = customers.orNaN(node, month);
        return Double.isNaN(n) ? 0 : n;
    }
}
