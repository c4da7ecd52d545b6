package io.segmentradar.core.view;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which node of each level the segments of a run belong to. */
final class Nodes {
    private final Map<String, Map<SegmentId, SegmentKey>> keys = new HashMap<>();
    private final Map<String, List<SegmentId>> nodeOfRow = new HashMap<>();

    Nodes(RadarRun run) {
        var index = run.panel().index();
        for (SegmentLevel level : run.spec().hierarchy().levels()) {
            Map<SegmentId, SegmentKey> nodes = new LinkedHashMap<>();
            List<SegmentId> rows = new ArrayList<>();
            for (int s = 0; s < index.size(); s++) {
                SegmentKey node = level.nodeOf(index.key(s));
                SegmentId id = node.id();
                nodes.putIfAbsent(id, node);
                rows.add(id);
            }
            keys.put(level.id(), nodes);
            nodeOfRow.put(level.id(), rows);
        }
    }

    Optional<SegmentKey> key(String level, SegmentId id) {
        return Optional.ofNullable(keys.getOrDefault(level, Map.of()).get(id));
    }

    SegmentId nodeOf(String level, int row) {
        return nodeOfRow.get(level).get(row);
    }
}
