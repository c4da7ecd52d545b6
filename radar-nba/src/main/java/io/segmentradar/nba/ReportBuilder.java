package io.segmentradar.nba;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionPriority;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.ActionCatalog;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.plan.PlanLimit;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.nba.candidate.Candidate;
import io.segmentradar.nba.candidate.CandidateFinder;
import io.segmentradar.nba.candidate.WhyNot;
import io.segmentradar.nba.plan.Bottleneck;
import io.segmentradar.nba.plan.Concession;
import io.segmentradar.nba.plan.Planning;
import io.segmentradar.nba.rule.CompiledCatalog;
import io.segmentradar.nba.rule.MonthSnapshot;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts candidates and plan together: ranks, decisions with their reasons, funnel. */
final class ReportBuilder {
    private final ActionContext context;
    private final CompiledCatalog catalog;
    private final CandidateFinder found;
    private final Planning planning;
    private final Set<SegmentId> control;
    private final PlanItems items;

    ReportBuilder(ActionContext context, CompiledCatalog catalog, CandidateFinder found, Planning planning) {
        this.context = context;
        this.catalog = catalog;
        this.found = found;
        this.planning = planning;
        this.items = new PlanItems(context);
        Set<SegmentId> planned = found.candidates().stream()
                .filter(this::isChosen)
                .map(Candidate::segment)
                .collect(Collectors.toSet());
        this.control = ControlGroup.draw(planned, context.controlShare(), context.seed(), month());
    }

    private YearMonth month() {
        return context.panel().months().last();
    }

    private boolean isChosen(Candidate candidate) {
        return planning.chosen().contains(candidate.id());
    }

    ActionReport build() {
        List<Candidate> ranked = found.candidates().stream()
                .sorted(Comparator.<Candidate>comparingInt(candidate -> isChosen(candidate) ? 0 : 1)
                        .thenComparing(
                                Comparator.comparingDouble(Candidate::score).reversed())
                        .thenComparing(Candidate::id))
                .toList();
        List<RecommendedAction> actions = new ArrayList<>();
        byte[] removedBy = found.removedBy();
        for (Candidate candidate : ranked) {
            ActionDecision decision = decision(candidate);
            if (decision instanceof ActionDecision.Dropped dropped) {
                removedBy[candidate.row() * catalog.rules().size() + candidate.type()] =
                        (byte) dropped.stage().ordinal();
            }
            actions.add(action(candidate, actions.size() + 1, decision));
        }
        List<String> types =
                catalog.rules().stream().map(rule -> rule.rule().id()).toList();
        Set<String> heard =
                ranked.stream().map(candidate -> candidate.rule().id()).collect(Collectors.toSet());
        return new ActionReport(
                actions,
                plan(actions),
                new PolicyFunnel(context.panel().index(), types, removedBy),
                types.stream().filter(type -> !heard.contains(type)).toList(),
                found.unanswered(),
                MonthSnapshot.regime(context));
    }

    private ActionPlan plan(List<RecommendedAction> actions) {
        double value = actions.stream()
                .filter(RecommendedAction::isPlanned)
                .mapToDouble(action -> action.worth().value())
                .sum();
        long held = actions.stream()
                .filter(action -> action.decision() instanceof ActionDecision.Control)
                .count();
        List<Label> relaxed = planning.concessions().stream().map(this::said).toList();
        return planning.plan().with(Math.toIntExact(held), value, relaxed);
    }

    private Label said(Concession concession) {
        if (concession instanceof Concession.FewerOf fewer) {
            Label category = context.policy().catalog().categories().get(fewer.category());
            return new Label(
                    category.ko() + " 최소 " + fewer.wanted() + "건 대신 " + fewer.reached() + "건",
                    category.en() + ": " + fewer.reached() + " instead of at least " + fewer.wanted());
        }
        Concession.NoShare share = (Concession.NoShare) concession;
        boolean ofTypes = share.kind() == PlanLimit.Kind.TYPE_SHARE;
        return new Label(
                (ofTypes ? "유형 비중" : "분산 비중") + " 제한을 두지 않음 (후보 " + share.candidates() + "건, " + share.values() + "가지)",
                "share of one " + (ofTypes ? "type" : "group") + " not limited (candidates: " + share.candidates()
                        + (ofTypes ? ", types: " : ", groups: ") + share.values() + ")");
    }

    private ActionDecision decision(Candidate candidate) {
        if (candidate.dropped().isPresent()) {
            return candidate.dropped().get();
        }
        if (isChosen(candidate)) {
            return control.contains(candidate.segment()) ? new ActionDecision.Control() : new ActionDecision.Planned();
        }
        Bottleneck bottleneck = planning.bottlenecks().get(candidate.id());
        PolicyStage stage = bottleneck == Bottleneck.SEGMENT || bottleneck == Bottleneck.SEGMENT_CATEGORY
                ? PolicyStage.CONTACT
                : PolicyStage.CAPACITY;
        return new ActionDecision.Dropped(stage, bottleneck == null ? WhyNot.outweighed() : why(bottleneck, candidate));
    }

    private Label why(Bottleneck bottleneck, Candidate candidate) {
        PlanPolicy policy = context.policy().plan();
        ActionCatalog words = context.policy().catalog();
        String owner = candidate.delivery().owner();
        String area = items.area(candidate);
        return switch (bottleneck) {
            case SEGMENT ->
                WhyNot.segmentFull(Math.min(
                        policy.maxPerSegment(), found.contactsLeft().getOrDefault(candidate.row(), Integer.MAX_VALUE)));
            case SEGMENT_CATEGORY -> WhyNot.categoryOfSegmentFull(policy.maxPerSegmentAndCategory());
            case HOURS -> WhyNot.hours(words.owners().get(owner), area, policy.hoursOf(owner, area));
            case CATEGORY ->
                WhyNot.category(
                        words.categories().get(candidate.rule().category()),
                        policy.categoryLimits()
                                .get(candidate.rule().category())
                                .max()
                                .orElseThrow());
            case TYPE_SHARE -> WhyNot.typeShare(policy.maxTypeShare());
            case DIVERSITY -> WhyNot.diversity(items.group(candidate), policy.maxDiversityShare());
        };
    }

    private RecommendedAction action(Candidate candidate, int rank, ActionDecision decision) {
        return new RecommendedAction(
                candidate.id(),
                candidate.segment(),
                month(),
                candidate.rule().id(),
                candidate.rule().label(),
                candidate.rule().category(),
                candidate.rule().kpi(),
                candidate.delivery(),
                candidate.worth(),
                new ActionPriority(
                        candidate.urgency(),
                        candidate.urgencyWeight(),
                        candidate.relationshipWeight(),
                        candidate.lever(),
                        candidate.score(),
                        rank),
                candidate.alertId(),
                candidate.reason(),
                candidate.talkingPoints(),
                decision);
    }
}
