package io.segmentradar.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.segment.SegmentId;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class RunFingerprintTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 12);
    private static final TakenAction NOVEMBER = past("n", MONTH.minusMonths(1), false);

    @Test
    void controlShareAndTakenActionsDecideTheRun() {
        assertNotEquals(id(0, List.of()), id(0.1, List.of()));
        assertNotEquals(id(0, List.of()), id(0, List.of(NOVEMBER)));
        assertNotEquals(id(0, List.of(NOVEMBER)), id(0, List.of(past("n", MONTH.minusMonths(1), true))));
    }

    @Test
    void aRepeatedRunIsTheSameRunWhatItsTwinProposedAndInWhateverOrder() {
        TakenAction proposed = past("p", MONTH, false);
        TakenAction october = past("o", MONTH.minusMonths(2), true);

        assertEquals(id(0, List.of(NOVEMBER)), id(0, List.of(proposed, NOVEMBER)));
        assertEquals(id(0, List.of(NOVEMBER, october)), id(0, List.of(october, NOVEMBER)));
        assertEquals(id(0, List.of()), id(0, List.of(past("later", MONTH.plusMonths(1), true))));
        assertNotEquals(id(0, List.of(NOVEMBER)), id(0, List.of(past("p", MONTH, true), NOVEMBER)));
    }

    private static TakenAction past(String id, YearMonth month, boolean answered) {
        return new TakenAction(
                id,
                new SegmentId("a|b"),
                month,
                "CALL",
                false,
                answered
                        ? Optional.of(new ActionOutcome(id, ActionOutcome.Status.DECLINED, OptionalDouble.empty()))
                        : Optional.empty(),
                Optional.empty());
    }

    private static String id(double controlShare, List<TakenAction> past) {
        RunRequest request = new RunRequest(
                RadarRuns.spec(),
                Optional.empty(),
                List.of(),
                past,
                controlShare,
                0,
                1,
                1,
                new RunManifest.Versions("1", "", "", "", ""),
                InstantSource.system());
        return RunFingerprint.runId(request, new IngestReport(List.of(), List.of(), List.of()), MONTH);
    }
}
