package io.segmentradar.core.registry;

import io.segmentradar.core.kpi.Label;
import java.time.Instant;
import java.util.Optional;

/**
 * Something that happened to a version. Events are only added: the last one that made a version champion counts.
 *
 * @param actor who did it
 * @param reason as written: a person's own words or, of what the program does by itself, English ones that
 *     {@link #told} knows; events of earlier versions may have them in Korean
 * @param verdict of the challenge, where there was one
 */
public record ModelEvent(
        String modelId, Kind kind, Instant at, String actor, String reason, Optional<ChallengeVerdict> verdict) {
    private static final String FIRST = "first training of ";

    /** The first training of a spec becomes champion by itself. */
    public static String firstTraining(String specName) {
        return FIRST + specName;
    }

    /** The reason in the reader's language; a person's words stay as they are. */
    public Label told() {
        if (verdict.isPresent()) {
            return verdict.get().reason();
        }
        return reason.startsWith(FIRST)
                ? new Label(reason.substring(FIRST.length()) + " 명세의 첫 학습", reason)
                : new Label(reason, reason);
    }

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
