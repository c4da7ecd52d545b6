package io.segmentradar.core.kpi;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KoreanParticleTest {
    @ParameterizedTest
    @CsvSource({
        "은/는, 예금, 은",
        "은/는, 대출금리, 는",
        "을/를, 3억원, 을",
        "을/를, 12%, 를",
        "이/가, RM, 이",
        "이/가, 금액(추정), 이",
        "으로/로, 서울, 로",
        "으로/로, 3억원, 으로",
        "으로/로, 5%, 로",
        "과/와, FX, 와",
        "이/가, 2024년 7, 이",
        "으로/로, 7, 로",
        "은/는, 2, 는",
        "을/를, 3, 을",
        "을/를, 계절성(연간), 을"
    })
    void theFormFitsTheSoundBeforeIt(String particle, String text, String form) {
        assertEquals(form, KoreanParticle.of(particle).orElseThrow().after(text));
    }

    @Test
    void aWordIsWrittenTogetherWithItsParticle() {
        assertEquals("카드총사용이", KoreanParticle.SUBJECT.attachedTo("카드총사용"));
    }
}
