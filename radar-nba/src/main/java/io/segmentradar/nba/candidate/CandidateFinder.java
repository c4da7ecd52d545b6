package io.segmentradar.nba.candidate;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionDelivery;
import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.UnansweredAlert;
import io.segmentradar.core.action.catalog.ActionRule;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.action.policy.ArbitrationPolicy;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.calendar.Holidays;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.panel.Lifecycle;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.nba.feedback.EffectivenessSource;
import io.segmentradar.nba.rule.CompiledCatalog;
import io.segmentradar.nba.rule.CompiledRule;
import io.segmentradar.nba.rule.MonthSnapshot;
import io.segmentradar.nba.rule.SegmentView;
import io.segmentradar.nba.rule.WorthFigures;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes every segment through every rule: eligibility, applicability, suitability, worth, contact policy. */
public final class CandidateFinder {
    private static final byte KEPT = -1;

    private final ActionContext context;
    private final CompiledCatalog catalog;
    private final EffectivenessSource evidence;
    private final ContactRules contacts;
    private final MoneyFormat money;
    private final Holidays holidays;
    private final YearMonth month;
    private final byte[] removedBy;
    private final List<Candidate> candidates = new ArrayList<>();
    private final List<UnansweredAlert> unanswered = new ArrayList<>();
    private final Map<Integer, Integer> contactsLeft = new HashMap<>();

    private CandidateFinder(ActionContext context, CompiledCatalog catalog, EffectivenessSource evidence) {
        this.context = context;
        this.catalog = catalog;
        this.evidence = evidence;
        this.month = context.panel().months().last();
        this.contacts = new ContactRules(context.policy().contact(), month, context.history());
        this.money = new MoneyFormat(context.unit());
        this.holidays = Holidays.named(context.calendar());
        this.removedBy = new byte[context.panel().segments() * catalog.rules().size()];
        Arrays.fill(removedBy, KEPT);
    }

    private record Draft(CompiledRule rule, SegmentView segment, ActionWorth worth, double hours) {}

    public static CandidateFinder search(ActionContext context, CompiledCatalog catalog, EffectivenessSource evidence) {
        CandidateFinder finder = new CandidateFinder(context, catalog, evidence);
        MonthSnapshot snapshot = new MonthSnapshot(context);
        SegmentPanel panel = context.panel();
        for (int row = 0; row < panel.segments(); row++) {
            boolean alive = panel.isBorn(row) && panel.lifecycle(row) != Lifecycle.CLOSED;
            finder.visit(snapshot.segment(row), alive);
        }
        return finder;
    }

    public List<Candidate> candidates() {
        return candidates;
    }

    public List<UnansweredAlert> unanswered() {
        return unanswered;
    }

    public Map<Integer, Integer> contactsLeft() {
        return contactsLeft;
    }

    /** Segments × rules: ordinal of the stage that removed the pair, −1 if none did. */
    public byte[] removedBy() {
        return removedBy.clone();
    }

    private void visit(SegmentView segment, boolean alive) {
        catalog.facts().moveTo(segment);
        int before = candidates.size();
        int ineligible = 0;
        for (int type = 0; type < catalog.rules().size(); type++) {
            Optional<PolicyStage> stage = alive ? consider(segment, type) : Optional.of(PolicyStage.ELIGIBILITY);
            int cell = segment.row() * catalog.rules().size() + type;
            stage.ifPresent(removed -> removedBy[cell] = (byte) removed.ordinal());
            ineligible += stage.filter(PolicyStage.ELIGIBILITY::equals).isPresent() ? 1 : 0;
        }
        if (candidates.size() > before) {
            contactsLeft.put(segment.row(), contacts.left(segment.id()));
        } else {
            explainSilence(segment, ineligible);
        }
    }

    private void explainSilence(SegmentView segment, int ineligible) {
        for (Alert alert : segment.alerts()) {
            if (alert.severity().compareTo(Severity.HIGH) <= 0) {
                Label reason = WhyNot.nothingApplies(catalog.rules().size(), ineligible);
                unanswered.add(new UnansweredAlert(alert.id(), segment.id(), reason));
            }
        }
    }

    /** Adds a candidate if the rule is triggered; the stage that removed it, if one did. */
    private Optional<PolicyStage> consider(SegmentView segment, int type) {
        CompiledRule rule = catalog.rules().get(type);
        if (!rule.isEligible()) {
            return Optional.of(PolicyStage.ELIGIBILITY);
        }
        if (!rule.isTriggered()) {
            return Optional.of(PolicyStage.APPLICABILITY);
        }
        Optional<Draft> draft = draft(rule, segment);
        if (draft.isEmpty()) {
            return Optional.of(PolicyStage.APPLICABILITY);
        }
        Optional<ActionDecision.Dropped> dropped = dropped(draft.get());
        candidates.add(candidate(draft.get(), type, dropped));
        catalog.facts().countAction();
        return dropped.map(ActionDecision.Dropped::stage);
    }

    /** What is known about the action's worth; empty if a figure that it needs is missing. */
    private Optional<Draft> draft(CompiledRule rule, SegmentView segment) {
        Optional<Double> measured = evidence.effectiveness(rule.rule().id(), segment.key());
        Optional<Double> probability = rule.probability();
        Optional<Double> amount = rule.amount();
        Optional<Double> margin = rule.margin();
        Optional<Double> effectiveness = measured.or(rule::effectiveness);
        Optional<Double> cost = rule.cost();
        Optional<Double> hours = rule.hours();
        boolean known = probability.isPresent()
                && amount.isPresent()
                && margin.isPresent()
                && effectiveness.isPresent()
                && cost.isPresent()
                && hours.isPresent();
        if (!known) {
            return Optional.empty();
        }
        ActionWorth worth = new ActionWorth(
                probability.get(), amount.get(), margin.get(), effectiveness.get(), measured.isPresent(), cost.get());
        return Optional.of(new Draft(rule, segment, worth, hours.get()));
    }

    private Optional<ActionDecision.Dropped> dropped(Draft draft) {
        Optional<Label> unsuitable = draft.rule().objection();
        if (unsuitable.isPresent()) {
            return Optional.of(new ActionDecision.Dropped(PolicyStage.SUITABILITY, unsuitable.get()));
        }
        if (draft.worth().value() <= 0) {
            return Optional.of(new ActionDecision.Dropped(PolicyStage.WORTH, WhyNot.worth(draft.worth(), money)));
        }
        return contacts.objection(draft.segment().id(), draft.rule().rule().id(), catalog.hasConsent())
                .map(why -> new ActionDecision.Dropped(PolicyStage.CONTACT, why));
    }

    private Candidate candidate(Draft draft, int type, Optional<ActionDecision.Dropped> dropped) {
        ActionRule rule = draft.rule().rule();
        SegmentView segment = draft.segment();
        ArbitrationPolicy arbitration = context.policy().arbitration();
        Urgency urgency = draft.rule().urgency();
        var figures = WorthFigures.of(draft.worth());
        return new Candidate(
                month + "/" + segment.id() + "/" + rule.id(),
                segment.row(),
                segment.id(),
                type,
                rule,
                delivery(rule, urgency, draft.hours()),
                draft.worth(),
                urgency,
                relationshipWeight(segment),
                arbitration.urgencyWeight(urgency),
                arbitration.lever(rule.category()),
                segment.alert(rule.kpi()).map(Alert::id),
                draft.rule().reason(figures, money),
                draft.rule().talkingPoints(figures, money),
                dropped);
    }

    private ActionDelivery delivery(ActionRule rule, Urgency urgency, double hours) {
        LocalDate start = month.atEndOfMonth();
        LocalDate due = holidays.businessDayUpTo(
                start.plusDays(Math.min(rule.delivery().dueDays(), urgency.days())), start.plusDays(1));
        return new ActionDelivery(rule.delivery().owner(), rule.delivery().channel(), due, hours);
    }

    private double relationshipWeight(SegmentView segment) {
        double weight = 1;
        List<SegmentDimension> dimensions = context.hierarchy().dimensions();
        for (ArbitrationPolicy.RelationshipWeight w :
                context.policy().arbitration().relationship()) {
            for (int d = 0; d < dimensions.size(); d++) {
                boolean hit = dimensions.get(d).id().equals(w.dimension())
                        && segment.key().value(d).equals(w.value());
                weight *= hit ? w.weight() : 1;
            }
        }
        return weight;
    }
}
