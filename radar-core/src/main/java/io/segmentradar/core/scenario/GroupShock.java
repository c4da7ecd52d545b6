package io.segmentradar.core.scenario;

import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure of some segments is another one in the month under review.
 *
 * @param kpi id
 * @param change share of the figure, such as −0.2
 * @param where dimension id to value; all must hold, none means the whole bank
 */
public record GroupShock(String kpi, double change, Map<String, String> where) {
    public GroupShock {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        if (!(change >= -1 && change <= 10)) {
            throw new IllegalArgumentException("A shock is a share from -1 to 10, got " + change);
        }
    }

    boolean hits(SegmentKey key, List<SegmentDimension> dimensions) {
        for (int d = 0; d < dimensions.size(); d++) {
            String wanted = where.get(dimensions.get(d).id());
            if (wanted != null && !wanted.equals(key.value(d))) {
                return false;
            }
        }
        return true;
    }
}
