package io.segmentradar.core.view;

import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a reader may see of a run.
 *
 * @param scope dimension id to the values the reader is in charge of; a dimension that is not named is not restricted
 * @param minCustomers 0 for readers who see every figure; for the others figures of segments with fewer customers (but
 *     not none) than this, or than the run's spec says if that is more, are withheld
 */
public record Visibility(Map<String, Set<String>> scope, int minCustomers) {
    public static final Visibility ALL = new Visibility(Map.of(), 0);

    public Visibility {
        Map<String, Set<String>> copy = new LinkedHashMap<>();
        scope.forEach((dimension, values) -> copy.put(dimension, Set.copyOf(values)));
        scope = Map.copyOf(copy);
        if (minCustomers < 0) {
            throw new IllegalArgumentException("minCustomers must not be negative, got " + minCustomers);
        }
    }

    public boolean isScoped() {
        return !scope.isEmpty();
    }

    /**
     * True if the segment, or every segment under the aggregate, lies within the scope. A scope over a dimension that
     * does not exist admits nothing.
     */
    public boolean admits(SegmentKey key, List<SegmentDimension> dimensions) {
        List<String> known = dimensions.stream().map(SegmentDimension::id).toList();
        if (!known.containsAll(scope.keySet())) {
            return false;
        }
        for (int d = 0; d < dimensions.size(); d++) {
            Set<String> allowed = scope.get(dimensions.get(d).id());
            if (allowed != null && !allowed.contains(key.value(d))) {
                return false;
            }
        }
        return true;
    }

    /** Customers below which a segment's figures are withheld, in a run whose spec says {@code smallCells}; 0 for none. */
    int withheldBelow(int smallCells) {
        return minCustomers == 0 ? 0 : Math.max(minCustomers, smallCells);
    }
}
