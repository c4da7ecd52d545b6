package io.segmentradar.core.registry;

import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a version. Events are only added: the last one that made a version champion counts.
 *
 * @param actor who did it
 * @param reason in words
 * @param verdict of the challenge, where there was one
 */
public record ModelEvent(
        String modelId, Kind kind, Instant at, String actor, String reason, Optional<ChallengeVerdict> verdict) {
    /** What can happen to a version. */
    public enum Kind {
        /** Became champion: the first, after a won challenge, or by a person's decision. */
        PROMOTED,
        /** Won a challenge and waits for a person's decision. */
        PROPOSED,
        /** Lost a challenge; it stays in the registry. */
        REFUSED,
        /** Became champion again in place of its successor. */
        ROLLED_BACK
    }

    public boolean makesChampion() {
        return kind == Kind.PROMOTED || kind == Kind.ROLLED_BACK;
    }
}
