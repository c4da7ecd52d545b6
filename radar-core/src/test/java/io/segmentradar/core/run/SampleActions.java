package io.segmentradar.core.run;

import static io.segmentradar.core.run.SampleSpec.label;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionDelivery;
import io.segmentradar.core.action.ActionPriority;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentIndex;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Actions, planned and dropped, under a strong dollar. */
final class SampleActions {
    private SampleActions() {}

    static ActionReport report(SegmentPanel panel) {
        return new ActionReport(
                actions(panel),
                ActionPlan.EMPTY,
                funnel(panel.index()),
                List.of(),
                List.of(),
                Optional.of(new FxRegime(
                        panel.months().last(), 1434.5, 0.0213, 0.011, FxRegime.Trend.UP, FxRegime.Volatility.HIGH)));
    }

    private static List<RecommendedAction> actions(SegmentPanel panel) {
        List<RecommendedAction> actions = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s += 4) {
            actions.add(action(panel.index().id(s), panel.months().last(), s));
        }
        return actions;
    }

    private static PolicyFunnel funnel(SegmentIndex segments) {
        byte[] removedBy = new byte[segments.size() * 2];
        for (int i = 0; i < removedBy.length; i++) {
            removedBy[i] = (byte) (i % 4 - 1);
        }
        return new PolicyFunnel(segments, List.of("DEPOSIT_DEFENSE", "LOAN_OFFER"), removedBy);
    }

    private static RecommendedAction action(SegmentId segment, YearMonth asOf, int s) {
        boolean planned = s % 8 == 0;
        ActionWorth worth = new ActionWorth(0.5, 1_000 - s, 0.01, 0.2, false, 0.1);
        return new RecommendedAction(
                asOf + ":" + segment + ":" + (planned ? "DEPOSIT_DEFENSE" : "LOAN_OFFER"),
                segment,
                asOf,
                planned ? "DEPOSIT_DEFENSE" : "LOAN_OFFER",
                planned ? label("예금 방어", "Deposit defence") : label("대출 제안", "Loan offer"),
                planned ? "RETENTION" : "GROWTH",
                "deposits",
                new ActionDelivery("rm", "visit", asOf.plusMonths(1).atDay(15), 2),
                worth,
                new ActionPriority(Urgency.values()[0], 1, 1, 1, worth.value(), s / 4 + 1),
                Optional.empty(),
                label("예금이 줄었습니다, \"급감\"", "Deposits fell"),
                List.of(label("만기 확인", "Check maturities")),
                planned
                        ? new ActionDecision.Planned()
                        : new ActionDecision.Dropped(PolicyStage.values()[0], label("시간 부족", "No time left")));
    }
}
