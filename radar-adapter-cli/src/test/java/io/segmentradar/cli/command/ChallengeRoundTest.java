package io.segmentradar.cli.command;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.monitor.RetrainPolicy.Decision;
import io.segmentradar.core.registry.ModelEvent.Kind;
import org.junit.jupiter.api.Test;

class ChallengeRoundTest {
    @Test
    void onlyAWinnerUnderAnAutomaticDecisionReplacesTheChampion() {
        for (Decision decision : Decision.values()) {
            assertEquals(Kind.REFUSED, ChallengeRound.outcome(false, decision));
        }
        assertEquals(Kind.PROMOTED, ChallengeRound.outcome(true, Decision.AUTOMATIC));
        assertEquals(Kind.PROPOSED, ChallengeRound.outcome(true, Decision.ASK));
        assertEquals(Kind.PROPOSED, ChallengeRound.outcome(true, Decision.NEVER));
    }
}
