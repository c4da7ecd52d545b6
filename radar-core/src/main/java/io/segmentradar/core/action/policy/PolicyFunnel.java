package io.segmentradar.core.action.policy;

import io.segmentradar.core.segment.SegmentIndex;
import java.util.List;
import java.util.Optional;

/**
 * Which stage removed which action type from which segment; what no stage removed is planned or in the control group.
 * Columnar and immutable.
 */
public final class PolicyFunnel {
    public static final PolicyFunnel EMPTY = new PolicyFunnel(new SegmentIndex(List.of()), List.of(), new byte[0]);
    private static final PolicyStage[] STAGES = PolicyStage.values();

    private final SegmentIndex segments;
    private final List<String> types;
    private final byte[] removedBy;

    /**
     * @param removedBy segments × types, segment-major: ordinal of the stage that removed the pair, −1 if none did
     */
    public PolicyFunnel(SegmentIndex segments, List<String> types, byte[] removedBy) {
        if (removedBy.length != segments.size() * types.size()) {
            throw new IllegalArgumentException("A funnel of " + segments.size() + " segments and " + types.size()
                    + " types has as many cells, got " + removedBy.length);
        }
        this.segments = segments;
        this.types = List.copyOf(types);
        this.removedBy = removedBy.clone();
    }

    public SegmentIndex segments() {
        return segments;
    }

    public List<String> types() {
        return types;
    }

    /** Pairs of segment and type that entered. */
    public int entered() {
        return removedBy.length;
    }

    /** Pairs that a stage removed. */
    public int removed(PolicyStage stage) {
        int count = 0;
        for (byte cell : removedBy) {
            count += cell == stage.ordinal() ? 1 : 0;
        }
        return count;
    }

    /** Segments from which a stage removed one type. */
    public int removed(PolicyStage stage, String type) {
        int t = types.indexOf(type);
        int count = 0;
        for (int s = 0; t >= 0 && s < segments.size(); s++) {
            count += removedBy[s * types.size() + t] == stage.ordinal() ? 1 : 0;
        }
        return count;
    }

    /** The stage that removed a type from a segment. */
    public Optional<PolicyStage> removedBy(int segment, String type) {
        int t = types.indexOf(type);
        if (t < 0) {
            throw new IllegalArgumentException("No action type '" + type + "'; known: " + types);
        }
        int stage = removedBy[segment * types.size() + t];
        return stage < 0 ? Optional.empty() : Optional.of(STAGES[stage]);
    }
}
