package io.segmentradar.models.conformal;

import io.segmentradar.features.matrix.GrowthSpace;
import io.segmentradar.features.matrix.SeriesBlock;
import java.util.Arrays;

/**
 * Which nodes have errors that are alike: those of one level, and segments of one size class, by thirds of those that
 * move at the origin. A node with a single segment is treated as that segment.
 */
public final class SizeGroups {
    /** Size classes of segments. */
    static final int SIZE_CLASSES = 3;

    private final SeriesBlock block;
    private final byte[][] groups;
    private final int first;
    private final int segmentLevel;

    private SizeGroups(SeriesBlock block, byte[][] groups, int first) {
        this.block = block;
        this.groups = groups;
        this.first = first;
        this.segmentLevel = block.levels().size() - 1;
    }

    /**
     * Groups at every month from {@code first} on, from what was known then.
     *
     * @param level size of each node
     * @param scale 0 where a node stands still
     */
    public static SizeGroups of(SeriesBlock block, GrowthSpace level, ErrorScale scale, int first) {
        int months = block.months().count();
        SizeGroups all = new SizeGroups(block, new byte[months - first][block.nodes()], first);
        for (int month = first; month < months; month++) {
            all.fill(month, level, scale);
        }
        return all;
    }

    private void fill(int month, GrowthSpace level, ErrorScale scale) {
        int months = block.months().count();
        byte[] own = groups[month - first];
        for (int l = 0; l < segmentLevel; l++) {
            Arrays.fill(own, block.start(l), block.start(l + 1), (byte) l);
        }
        int from = block.start(segmentLevel);
        double[] sizes = new double[block.nodes() - from];
        int n = 0;
        for (int node = from; node < block.nodes(); node++) {
            int cell = node * months + month;
            if (scale.at(cell) > 0) {
                sizes[n++] = level.scale(cell);
            }
        }
        Arrays.sort(sizes, 0, n);
        for (int node = 0; node < block.nodes(); node++) {
            if (node >= from || !block.isDistinct(node)) {
                double size = level.scale(node * months + month);
                int third = n == 0 || size < sizes[n / 3] ? 0 : size < sizes[2 * n / 3] ? 1 : 2;
                own[node] = (byte) (segmentLevel + third);
            }
        }
    }

    /** Group of a node at a month: its level, or for segments one of {@value #SIZE_CLASSES} further groups by size. */
    int at(int node, int month) {
        return groups[month - first][node];
    }

    /** Groups of nodes above the segments; they come first. */
    int upper() {
        return segmentLevel;
    }

    int count() {
        return segmentLevel + SIZE_CLASSES;
    }
}
