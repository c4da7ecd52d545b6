package io.segmentradar.nba.candidate;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.action.policy.ContactPolicy;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What earlier contacts allow now. The control group was not contacted and does not count. */
final class ContactRules {
    private final ContactPolicy policy;
    private final YearMonth month;
    private final Map<SegmentId, List<PastAction>> contacts;

    ContactRules(ContactPolicy policy, YearMonth month, List<PastAction> history) {
        this.policy = policy;
        this.month = month;
        this.contacts = history.stream()
                .filter(action -> !action.control() && !action.month().isAfter(month))
                .sorted(Comparator.comparing(PastAction::month).reversed())
                .collect(Collectors.groupingBy(PastAction::segment));
    }

    /** Why an action of this type must not be taken now. */
    Optional<Label> objection(SegmentId segment, String type, boolean consent) {
        if (policy.excluded().contains(segment.value())) {
            return Optional.of(WhyNot.excluded());
        }
        if (!consent) {
            return Optional.of(WhyNot.noConsent());
        }
        for (PastAction past : contacts.getOrDefault(segment, List.of())) {
            long ago = past.month().until(month, ChronoUnit.MONTHS);
            if (past.type().equals(type) && ago > 0) {
                if (isDeclined(past) && ago <= policy.coolDownAfterDecline()) {
                    return Optional.of(WhyNot.declined(past.month(), policy.coolDownAfterDecline()));
                }
                if (ago <= policy.coolDownMonths()) {
                    return Optional.of(WhyNot.coolDown(past.month(), policy.coolDownMonths()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isDeclined(PastAction past) {
        return past.outcome()
                .filter(outcome -> outcome.status() == ActionOutcome.Status.DECLINED)
                .isPresent();
    }

    /**
     * Contacts left this month. Actions that an earlier run of this very month planned are planned anew, so only those
     * with an outcome count as had.
     */
    int left(SegmentId segment) {
        long had = contacts.getOrDefault(segment, List.of()).stream()
                .filter(past -> past.month().equals(month) && past.outcome().isPresent())
                .count();
        return Math.max(0, policy.maxPerMonth() - Math.toIntExact(had));
    }
}
