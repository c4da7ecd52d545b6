package io.segmentradar.models.reconcile;

import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.List;

/**
 * Which segments every node adds up: the summing matrix S of the literature, stored as one parent a level and segment.
 * Nodes are numbered level after level, segments last.
 */
public final class SummingStructure {
    private final int nodes;
    private final int bottom;
    private final int[][] parents;

    private SummingStructure(int nodes, int bottom, int[][] parents) {
        this.nodes = nodes;
        this.bottom = bottom;
        this.parents = parents;
    }

    /**
     * @param parents upper level × segment: the segment's node, numbered over all upper levels
     */
    public static SummingStructure of(int upperNodes, int[][] parents, int segments) {
        return new SummingStructure(upperNodes + segments, upperNodes, parents);
    }

    /** The structure of a block's hierarchy, with the block's numbering of nodes. */
    public static SummingStructure of(SeriesBlock block) {
        int upper = block.levels().size() - 1;
        int[][] parents = new int[upper][];
        for (int l = 0; l < upper; l++) {
            parents[l] = block.nodesOfSegments(l);
        }
        return new SummingStructure(block.nodes(), block.start(upper), parents);
    }

    /** The structure of a panel; upper levels in the order of the hierarchy. */
    static SummingStructure of(SegmentPanel panel, SegmentHierarchy hierarchy) {
        List<SegmentLevel> upper = hierarchy.levels().stream()
                .filter(level -> !level.id().equals(SegmentHierarchy.SEGMENT))
                .toList();
        int[][] parents = new int[upper.size()][];
        int start = 0;
        for (int l = 0; l < parents.length; l++) {
            var nodes = panel.rollUp(upper.get(l)).index();
            parents[l] = panel.nodeRows(upper.get(l), nodes);
            for (int s = 0; s < parents[l].length; s++) {
                parents[l][s] += start;
            }
            start += nodes.size();
        }
        return new SummingStructure(start + panel.segments(), start, parents);
    }

    /** All nodes, segments included. */
    int nodes() {
        return nodes;
    }

    /** Nodes above the segments; segment {@code s} is node {@code upper() + s}. */
    int upper() {
        return bottom;
    }

    int segments() {
        return nodes - bottom;
    }

    /** Adds segments up in place: upper entries are overwritten by the sums of their segments. */
    void addUp(double[] all) {
        for (int a = 0; a < bottom; a++) {
            all[a] = 0;
        }
        for (int[] parent : parents) {
            for (int s = 0; s < parent.length; s++) {
                all[parent[s]] += all[bottom + s];
            }
        }
    }

    /** C·x: how far each upper node is from the sum of its segments. */
    double[] gaps(double[] all) {
        double[] gaps = new double[bottom];
        System.arraycopy(all, 0, gaps, 0, bottom);
        for (int[] parent : parents) {
            for (int s = 0; s < parent.length; s++) {
                gaps[parent[s]] -= all[bottom + s];
            }
        }
        return gaps;
    }

    /** Cᵀ·x, over all nodes. */
    void spread(double[] upper, double[] all) {
        System.arraycopy(upper, 0, all, 0, bottom);
        for (int s = bottom; s < nodes; s++) {
            all[s] = 0;
        }
        for (int[] parent : parents) {
            for (int s = 0; s < parent.length; s++) {
                all[bottom + s] -= upper[parent[s]];
            }
        }
    }

    /** Sums of a segment quantity by upper node. */
    double[] sums(double[] all) {
        double[] sums = new double[bottom];
        for (int[] parent : parents) {
            for (int s = 0; s < parent.length; s++) {
                sums[parent[s]] += all[bottom + s];
            }
        }
        return sums;
    }
}
