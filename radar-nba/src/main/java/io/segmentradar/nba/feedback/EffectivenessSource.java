package io.segmentradar.nba.feedback;

import io.segmentradar.core.segment.SegmentKey;
import java.util.Optional;

/** What earlier months have shown about how well an action works. */
@FunctionalInterface
public interface EffectivenessSource {
    /** Measured effectiveness, in [0, 1]; empty where there is no evidence yet. */
    Optional<Double> effectiveness(String type, SegmentKey segment);
}
