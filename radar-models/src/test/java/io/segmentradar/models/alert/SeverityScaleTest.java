package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.alert.Severity;
import org.junit.jupiter.api.Test;

class SeverityScaleTest {
    @Test
    void severityIsTheSameForAFallAndARiseOfTheSameRarityAndMoney() {
        for (double surprise : new double[] {0.05, 5e-3, 5e-4, 5e-5}) {
            for (double impact : new double[] {10, 60, 300, 2000}) {
                assertEquals(
                        SeverityScale.of(surprise, 0.1, impact, 10, 5000, 5000 - impact),
                        SeverityScale.of(surprise, 0.1, impact, 10, 5000, 5000 + impact));
            }
        }
    }

    @Test
    void whatIsLikelyNoiseIsNeverCriticalUnlessTheMoneyIsGone() {
        assertEquals(Severity.CRITICAL, SeverityScale.of(1e-5, 0.1, 2000, 10, 5000, 3000));
        assertEquals(Severity.HIGH, SeverityScale.of(1e-5, 0.3, 2000, 10, 5000, 3000));
        assertEquals(Severity.MEDIUM, SeverityScale.of(1e-5, 0.5, 2000, 10, 5000, 3000));
        assertEquals(Severity.LOW, SeverityScale.of(0.05, 0.5, 20, 10, 5000, 4980));
        assertEquals(Severity.CRITICAL, SeverityScale.of(1e-2, 0.9, 5000, 10, 5000, 0));
    }

    @Test
    void whatIsInAllLikelihoodNoiseIsLow() {
        assertEquals(Severity.LOW, SeverityScale.of(1e-4, 0.9, 1000, 1, 2000, 1000));
        assertEquals(Severity.LOW, SeverityScale.ofTurn(1e-4, 0.9, 1000, 1));
    }

    @Test
    void turnedTrendIsNeverCritical() {
        assertEquals(Severity.HIGH, SeverityScale.ofTurn(1e-9, 0.01, 1e6, 1));
    }
}
