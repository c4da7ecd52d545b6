package io.segmentradar.models.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alert.Standing;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NestedShiftsTest {
    private static final SegmentPanel PANEL = AlertScenes.panel(1, 0.02, (i, p, m, value) -> value);
    private static final List<LevelView> VIEWS = LevelView.all(PANEL, AlertScenes.hierarchy());
    private static final SegmentId SEGMENT = AlertScenes.key(4, 2).id();

    /** A figure that stands at 1,000 and was expected to stand {@code residual} lower. */
    private static Alert shift(String level, SegmentId node, double residual) {
        double expected = 1000 - residual;
        return new Alert(
                level + residual,
                level,
                node,
                "deposits",
                PANEL.months().last(),
                AlertType.LEVEL_SHIFT,
                Severity.MEDIUM,
                1000,
                expected,
                expected - 10,
                expected + 10,
                0.01,
                Math.abs(residual),
                Standing.fresh(PANEL.months().last(), 0.01, Math.abs(residual)));
    }

    private static Alert industry(double residual) {
        LevelView view = VIEWS.stream()
                .filter(level -> level.id().equals("industry"))
                .findFirst()
                .orElseThrow();
        int segment = PANEL.index().row(SEGMENT).orElseThrow();
        for (int node = 0; node < view.size(); node++) {
            for (int member : view.segmentsOf(node)) {
                if (member == segment) {
                    return shift("industry", view.nodes().id(node), residual);
                }
            }
        }
        throw new AssertionError("no industry holds " + SEGMENT);
    }

    private static Map<String, Alert> folded(Alert... shifts) {
        return new NestedShifts(List.of(shifts), VIEWS)
                .folded().stream().collect(Collectors.toMap(Alert::level, Function.identity()));
    }

    @Test
    void aWiderShiftThatIsMostlyOneOfItsPartsIsFoldedUnderIt() {
        Alert inner = shift("segment", SEGMENT, -90);

        Map<String, Alert> alerts = folded(industry(-100), inner);

        assertEquals(inner.id(), alerts.get("industry").standing().parentId());
        assertEquals(0.9, alerts.get("industry").standing().shareExplained(), 1e-12);
        assertTrue(!alerts.get("segment").standing().isFolded());
    }

    @Test
    void aWiderShiftThatIsOfManyPartsOrOfTheOtherSignStandsForItself() {
        assertTrue(!folded(industry(-100), shift("segment", SEGMENT, -40))
                .get("industry")
                .standing()
                .isFolded());
        assertTrue(!folded(industry(-100), shift("segment", SEGMENT, 90))
                .get("industry")
                .standing()
                .isFolded());
    }
}
