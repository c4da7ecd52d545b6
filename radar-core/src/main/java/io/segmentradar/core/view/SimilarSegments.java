package io.segmentradar.core.view;

import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.Neighbours.Neighbour;
import io.segmentradar.core.segment.SegmentDimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The segments most alike to one, as a reader may see them, with the reason why. */
public final class SimilarSegments {
    private SimilarSegments() {}

    /**
     * @param distance 0 is a twin, 1 that of two segments taken at random
     * @param reasons aspects in which the two are near, nearest first
     * @param parts distance by aspect
     * @param shared dimensions in which the two have the same value
     */
    public record Similar(
            SegmentRow segment,
            double distance,
            List<Aspect> reasons,
            Map<Aspect, Double> parts,
            List<SegmentDimension> shared) {}

    public static List<Similar> of(RunView view, SegmentRow segment, int limit) {
        Map<Integer, SegmentRow> visible =
                view.segments().stream().collect(Collectors.toMap(SegmentRow::row, Function.identity()));
        return view.run().alike().neighbours().of(segment.row()).stream()
                .filter(neighbour -> visible.containsKey(neighbour.segment())
                        && !visible.get(neighbour.segment()).masked())
                .limit(limit)
                .map(neighbour -> similar(view, segment, visible.get(neighbour.segment()), neighbour))
                .toList();
    }

    private static Similar similar(RunView view, SegmentRow segment, SegmentRow other, Neighbour neighbour) {
        List<SegmentDimension> shared = new ArrayList<>();
        for (int d = 0; d < view.dimensions().size(); d++) {
            if (segment.key().value(d).equals(other.key().value(d))) {
                shared.add(view.dimensions().get(d));
            }
        }
        return new Similar(other, neighbour.distance(), neighbour.reasons(), neighbour.parts(), shared);
    }
}
