package io.segmentradar.core.view;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.RuleProbability;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The few things of a month that everybody at the bank should know, chosen the same way for every page and report.
 *
 * @param issues where money went or is about to go, worst first
 * @param chances where balances are about to rise, largest first
 */
public record Highlights(List<Issue> issues, List<Chance> chances) {
    private static final String GROWTH = "GROWTH";
    private static final String RISK = "RISK";

    public Highlights {
        issues = List.copyOf(issues);
        chances = List.copyOf(chances);
    }

    /**
     * @param action what is planned against just that; for an aggregate the best such plan in one of its segments; empty
     *     if what is planned there is about something else
     */
    public record Issue(AlertRow alert, Optional<RecommendedAction> action) {}

    /**
     * @param forecast of the segment's balance, three months ahead
     * @param change forecast − today's balance, above 0
     * @param probability that the balance rises, at least {@link Overview#GROWTH_PROBABILITY}
     * @param action what is planned for the segment: growth on that KPI, other growth, or else anything on that KPI
     */
    public record Chance(ForecastRow forecast, double change, double probability, Optional<RecommendedAction> action) {}

    /**
     * Issues are open alerts that stand for themselves and say that less came than expected, or more where the plan has
     * risk work against it; the worst one of each segment or aggregate, and the same money only once. Chances are segments whose balances (any flow where the spec has no balances) will probably
     * rise, by money, the largest of each segment. What is withheld from the reader is left out.
     */
    public static Highlights of(RunView view, int limit) {
        return new Highlights(issues(view, limit), chances(view, limit));
    }

    private static List<Issue> issues(RunView view, int limit) {
        List<AlertRow> chosen = new ArrayList<>();
        for (AlertRow row : view.alerts()) {
            if (chosen.size() == limit) {
                break;
            }
            Alert alert = row.alert();
            if (!row.masked()
                    && !alert.standing().isFolded()
                    && (isLoss(alert) || isRisk(view, alert))
                    && chosen.stream().noneMatch(told -> isTold(told.alert(), alert))) {
                chosen.add(row);
            }
        }
        return chosen.stream()
                .map(row -> new Issue(row, answer(view, row.alert())))
                .toList();
    }

    /** Whether one issue tells the other: the same node, or the same money at a segment and at an aggregate of it. */
    private static boolean isTold(Alert told, Alert alert) {
        if (told.segment().equals(alert.segment())) {
            return true;
        }
        if (!told.kpi().equals(alert.kpi()) || told.residual() * alert.residual() <= 0) {
            return false;
        }
        SegmentKey one = told.segment().key();
        SegmentKey other = alert.segment().key();
        return isWithin(one, other) && isMostOf(told, alert) || isWithin(other, one) && isMostOf(alert, told);
    }

    private static boolean isWithin(SegmentKey inner, SegmentKey outer) {
        return IntStream.range(0, inner.values().size())
                .allMatch(d ->
                        outer.value(d).equals(SegmentKey.ANY) || outer.value(d).equals(inner.value(d)));
    }

    private static boolean isMostOf(Alert inner, Alert outer) {
        return Math.abs(inner.residual()) >= Math.abs(outer.residual()) / 2;
    }

    private static boolean isLoss(Alert alert) {
        return alert.type() == AlertType.FORECAST_DROP || !alert.type().looksAhead() && alert.residual() < 0;
    }

    /** More than expected, and the plan has risk work on just that: drawn credit lines are no good news. */
    private static boolean isRisk(RunView view, Alert alert) {
        return alert.level().equals(SegmentHierarchy.SEGMENT)
                && !planned(view, action -> action.segment().equals(alert.segment()) && isRiskWork(action, alert.kpi()))
                        .isEmpty();
    }

    private static Optional<RecommendedAction> answer(RunView view, Alert alert) {
        SegmentLevel level = view.hierarchy().level(alert.level());
        boolean segment = level.id().equals(SegmentHierarchy.SEGMENT);
        List<RecommendedAction> fitting = planned(
                view,
                action -> (segment
                                ? action.segment().equals(alert.segment())
                                : isUnder(view.run(), level, action, alert.segment()))
                        && (isLoss(alert) ? guards(view.run(), action, alert.kpi()) : isRiskWork(action, alert.kpi())));
        return first(fitting, action -> action.alertId().equals(Optional.of(alert.id())))
                .or(() -> first(fitting, action -> action.kpi().equals(alert.kpi())))
                .or(() -> fitting.stream().findFirst());
    }

    /**
     * Whether an action is about keeping a KPI from falling. One that counts on a rise, such as a larger credit limit, is
     * no answer to a fall, even though it is about the same KPI.
     */
    private static boolean guards(RadarRun run, RecommendedAction action, String kpi) {
        Optional<RuleProbability> probability = run.spec()
                .actions()
                .catalog()
                .find(action.type())
                .map(rule -> rule.worth().probability());
        if (probability.isEmpty()) {
            return action.kpi().equals(kpi) && !action.category().equals(GROWTH);
        }
        return probability.get() instanceof RuleProbability.FromForecast event
                && event.side() == RuleProbability.Side.BELOW
                && (action.kpi().equals(kpi) || event.kpi().equals(kpi));
    }

    private static boolean isRiskWork(RecommendedAction action, String kpi) {
        return action.category().equals(RISK) && action.kpi().equals(kpi);
    }

    private static boolean isUnder(RadarRun run, SegmentLevel level, RecommendedAction action, SegmentId node) {
        var index = run.panel().index();
        return level.nodeOf(index.key(index.row(action.segment()).orElseThrow()))
                .id()
                .equals(node);
    }

    private static List<Chance> chances(RunView view, int limit) {
        List<String> kpis = balances(view.run());
        Horizon last = new Horizon(Horizon.MAX);
        List<ForecastRow> forecasts = new RunForecasts(view)
                .list(
                        SegmentHierarchy.SEGMENT,
                        view.run().manifest().asOf(),
                        table -> table.horizon().equals(last) && kpis.contains(table.kpi()),
                        id -> true);
        List<Chance> all = new ArrayList<>();
        for (ForecastRow row : forecasts) {
            double probability = row.probabilityOfRise().orElse(0);
            double change = row.forecast().point()
                    - row.lastValue().orElse(row.forecast().point());
            if (change > 0 && probability >= Overview.GROWTH_PROBABILITY) {
                all.add(new Chance(row, change, probability, Optional.empty()));
            }
        }
        all.sort(Comparator.comparingDouble(Chance::change)
                .reversed()
                .thenComparing(chance -> chance.forecast().forecast().segment()));
        Set<SegmentId> seen = new HashSet<>();
        return all.stream()
                .filter(chance -> seen.add(chance.forecast().forecast().segment()))
                .limit(limit)
                .map(chance -> withAction(view, chance))
                .toList();
    }

    private static Chance withAction(RunView view, Chance chance) {
        var forecast = chance.forecast().forecast();
        List<RecommendedAction> own = planned(view, action -> action.segment().equals(forecast.segment()));
        return new Chance(
                chance.forecast(),
                chance.change(),
                chance.probability(),
                first(
                                own,
                                action -> action.category().equals(GROWTH)
                                        && action.kpi().equals(forecast.kpi()))
                        .or(() -> first(own, action -> action.category().equals(GROWTH)))
                        .or(() -> first(own, action -> action.kpi().equals(forecast.kpi()))));
    }

    private static List<String> balances(RadarRun run) {
        List<Kpi> kpis = run.spec().kpis().kpis();
        Function<KpiKind, List<String>> ofKind = kind ->
                kpis.stream().filter(kpi -> kpi.kind() == kind).map(Kpi::id).toList();
        List<String> balances = ofKind.apply(KpiKind.BALANCE);
        return balances.isEmpty() ? ofKind.apply(KpiKind.FLOW) : balances;
    }

    private static List<RecommendedAction> planned(RunView view, Predicate<RecommendedAction> filter) {
        return view.actions().stream()
                .filter(row -> !row.masked())
                .map(ActionRow::action)
                .filter(RecommendedAction::isPlanned)
                .filter(filter)
                .toList();
    }

    private static Optional<RecommendedAction> first(
            List<RecommendedAction> actions, Predicate<RecommendedAction> filter) {
        return actions.stream().filter(filter).findFirst();
    }
}
