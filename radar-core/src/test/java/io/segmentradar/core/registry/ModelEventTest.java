package io.segmentradar.core.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.registry.ModelEvent.Kind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ModelEventTest {
    private static ModelEvent event(String reason, Optional<ChallengeVerdict> verdict) {
        return new ModelEvent("2024-12-0123456789ab", Kind.PROMOTED, Instant.EPOCH, "kim", reason, verdict);
    }

    @Test
    void whatTheProgramDidByItselfIsToldInBothLanguages() {
        Label first =
                event(ModelEvent.firstTraining("imbank"), Optional.empty()).told();
        assertEquals(new Label("imbank 명세의 첫 학습", "first training of imbank"), first);

        Label won = new Label("도전 모형이 낫습니다", "the challenger is better");
        ChallengeVerdict verdict = new ChallengeVerdict("a", "b", true, 6, 0.1, 0.01, 0.9, 0.9, List.of(), won);
        assertEquals(won, event("도전 모형이 낫습니다", Optional.of(verdict)).told());
    }

    @Test
    void aPersonsWordsStayAsTheyAre() {
        assertEquals(
                new Label("위원회 결정", "위원회 결정"), event("위원회 결정", Optional.empty()).told());
    }
}
