package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.models.alert.MonthScreen;
import io.segmentradar.models.growth.GrowthScale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;

/**
 * Plants changes of known size into a real or made-up panel and counts what the alert engine makes of them. A change
 * is measured in the series' own forecast error, the root mean square of its last one-month-ahead growth errors; it is
 * planted where it moves at least as much money as the policy finds worth a word and, if it comes at once, where the
 * forecast is then missed by as much. All forecasts of an altered panel are made anew from it by the quick forecaster, or
 * are given: those made before the month under review know nothing of what is planted in it.
 */
public final class InjectionTrial {
    /** What is planted into 5 % of the figures. */
    public enum Kind {
        /** Nothing: every figure is its forecast and an error made at a like size, drawn anew. */
        NULL(1),
        /** Nothing: the same with one of the series' own errors, at whatever size it was made. */
        NULL_ANY_SIZE(1),
        ONE_MONTH(1),
        LASTING(3),
        INFLECTION(4);

        private final int months;

        Kind(int months) {
            this.months = months;
        }

        private boolean plantsNothing() {
            return this == NULL || this == NULL_ANY_SIZE;
        }
    }

    private static final double PLANTED_SHARE = 0.05;
    /** Past errors go back ten years where the panel does: the more there are, the finer tails and usual errors are known. */
    private static final int ORIGINS = 120;

    private static final int LAST_MONTHS = 60;
    private static final int MIN_HISTORY = 12;

    private final SegmentPanel panel;
    private final AlertContext frame;
    private final AlertPolicy policy;
    private final KpiCatalog kpis;
    private final long seed;
    private final int firstReview;
    private final Function<SegmentPanel, ForecastSet> forecasts;
    private final boolean isMadeAnew;
    private final Map<Integer, MonthScreen> untouched = new HashMap<>();
    private final Map<Integer, Set<String>> own = new HashMap<>();

    private InjectionTrial(
            AlertContext frame,
            int firstReview,
            Function<SegmentPanel, ForecastSet> forecasts,
            boolean isMadeAnew,
            long seed) {
        this.panel = frame.panel();
        this.frame = frame;
        this.policy = frame.policy();
        this.kpis = frame.kpis();
        this.firstReview = firstReview;
        this.forecasts = forecasts;
        this.isMadeAnew = isMadeAnew;
        this.seed = seed;
    }

    /**
     * With quick forecasts.
     *
     * @param panel whole history; trials review its last {@value #LAST_MONTHS} months, or its last third if that is less
     * @param calendar business calendar that the alert engine knows, see {@link AlertContext}
     */
    public static InjectionTrial quick(
            SegmentPanel panel,
            SegmentHierarchy hierarchy,
            KpiCatalog kpis,
            AlertPolicy policy,
            String calendar,
            long seed) {
        int months = panel.months().count();
        int first = months - Math.min(LAST_MONTHS, Math.max(1, months / 3));
        QuickPast quick = new QuickPast(panel, hierarchy, kpis, Math.max(MIN_HISTORY / 2, first - ORIGINS));
        ForecastSet none = new ForecastSet(List.of());
        AlertContext frame = new AlertContext(panel, hierarchy, kpis, none, none, policy, Map.of(), calendar);
        return new InjectionTrial(frame, first, altered -> quick.of(altered, ORIGINS), true, seed);
    }

    /**
     * With given forecasts, such as the engine's: for changes within a month, of which the forecasts made before it know
     * nothing.
     *
     * @param panel whole history; trials review its last {@code months} months
     * @param contexts those months, each with the forecasts made before it
     */
    public static InjectionTrial given(SegmentPanel panel, MonthContexts contexts, int months, long seed) {
        AlertContext frame = contexts.at(panel.months().last());
        Function<SegmentPanel, ForecastSet> made =
                altered -> contexts.at(altered.months().last()).past();
        return new InjectionTrial(frame, panel.months().count() - months, made, false, seed);
    }

    private record Change(int segment, String kpi, double error, double unit, int sign) {}

    /**
     * @throws IllegalArgumentException for a change of several months where forecasts are given
     */
    public QualityRow run(Kind kind, double size, int replications) {
        if (kind.months > 1 && !isMadeAnew) {
            throw new IllegalArgumentException(
                    "Given forecasts do not follow a change that lasts: " + kind + " needs forecasts made anew");
        }
        Tally tally = new Tally(kind.name().toLowerCase(Locale.ROOT), policy.selection(), size);
        Random random = new Random(seed + 31L * kind.ordinal() + Double.hashCode(size));
        for (int i = 0; i < replications; i++) {
            int span = panel.months().count() - kind.months + 1 - firstReview;
            int review = firstReview + random.nextInt(Math.max(1, span));
            if (kind.plantsNothing()) {
                nullPanel(kind, review, random, tally);
            } else {
                planted(kind, size, review, random, tally);
            }
        }
        return tally.row();
    }

    private AlertContext context(SegmentPanel altered) {
        return new AlertContext(
                altered,
                frame.hierarchy(),
                kpis,
                forecasts.apply(altered),
                new ForecastSet(List.of()),
                policy,
                frame.columnLabels(),
                frame.calendar());
    }

    private MonthScreen untouched(int review) {
        return untouched.computeIfAbsent(
                review,
                month -> new MonthScreen(context(panel.upTo(panel.months().at(month)))));
    }

    /** Figures that the untouched panel raises in a month. */
    private Set<String> own(int review) {
        return own.computeIfAbsent(review, month -> {
            Set<String> figures = new HashSet<>();
            untouched(month).raised().forEach(raised -> figures.add(figure(raised)));
            return figures;
        });
    }

    private static String figure(MonthScreen.Raised raised) {
        return raised.alert().level() + "\u0000" + raised.alert().segment().value() + "\u0000"
                + raised.alert().kpi();
    }

    private void nullPanel(Kind kind, int review, Random random, Tally tally) {
        AlertContext real = context(panel.upTo(panel.months().at(review)));
        AlertContext drawn = new ResampledErrors(real, untouched(review), kind == Kind.NULL).draw(random);
        int noise = (int) new MonthScreen(drawn)
                .raised().stream()
                        .filter(raised -> !raised.alert().standing().isFolded())
                        .count();
        tally.family(panel.months().at(review), 0, noise, 0, panel.segments());
    }

    private void planted(Kind kind, double size, int review, Random random, Tally tally) {
        List<Change> changes = changes(kind, size, review, random);
        tally.planted(changes.size());
        Set<Change> found = new HashSet<>();
        Set<Change> asTurns = new HashSet<>();
        for (int month = review; month < review + kind.months; month++) {
            AlteredPanel altered = new AlteredPanel(panel, kpis, month + 1);
            for (Change change : changes) {
                for (int m = review; m <= month; m++) {
                    double errors = size * (kind == Kind.INFLECTION ? m - review + 1 : 1);
                    double value = altered.get(change.kpi(), change.segment(), m);
                    altered.set(change.kpi(), change.segment(), m, grown(value, errors, change));
                }
            }
            Set<Change> now = score(kind, new MonthScreen(context(altered.panel())), changes, asTurns, tally);
            for (Change change : now) {
                if (found.add(change)) {
                    tally.found(month - review);
                }
            }
        }
        tally.foundAsTurns(asTurns.size());
    }

    /** A value moved by a number of the series' own errors. */
    private double grown(double value, double errors, Change change) {
        double z = GrowthScale.to(value, change.unit()) + change.sign() * errors * change.error();
        boolean signed = kpis.kpi(change.kpi()).kind().isSigned();
        return GrowthScale.from(signed ? z : Math.max(0, z), change.unit());
    }

    private List<Change> changes(Kind kind, double size, int review, Random random) {
        MonthScreen screen = untouched(review);
        double most = kind == Kind.INFLECTION ? size * kind.months : size;
        int tested = 0;
        List<Change> eligible = new ArrayList<>();
        for (Kpi kpi : kpis.kpis()) {
            for (int s = 0; s < panel.segments(); s++) {
                SegmentId id = panel.index().id(s);
                if (screen.isTested(id, kpi.id())) {
                    tested++;
                    double error = rootMeanSquare(screen.errors(id, kpi.id()));
                    int sign = random.nextBoolean() ? 1 : -1;
                    Change change = new Change(s, kpi.id(), error, screen.unit(id, kpi.id()), sign);
                    double value = panel.column(kpi.id()).value(s, review);
                    double expected = kind == Kind.INFLECTION ? value : screen.forecast(id, kpi.id());
                    if (isWorthAWord(change, most, review, expected)) {
                        eligible.add(change);
                    }
                }
            }
        }
        Collections.shuffle(eligible, random);
        int planted = Math.max(1, (int) Math.round(PLANTED_SHARE * tested));
        return List.copyOf(eligible.subList(0, Math.min(eligible.size(), planted)));
    }

    private boolean isWorthAWord(Change change, double errors, int review, double expected) {
        double value = panel.column(change.kpi()).value(change.segment(), review);
        double planted = grown(value, errors, change);
        double floor = policy.floor(SegmentHierarchy.SEGMENT, change.kpi());
        return Math.abs(planted - value) >= floor && Math.abs(planted - expected) >= floor;
    }

    private static double rootMeanSquare(List<MonthScreen.PastError> errors) {
        return Math.sqrt(errors.stream()
                .mapToDouble(error -> error.growth() * error.growth())
                .average()
                .orElse(0));
    }

    /**
     * Counts the month's alerts. A figure whose segments hold a planted one is no false alarm; a planted one that is
     * itself raised, in the direction in which it was changed, is found.
     */
    private Set<Change> score(Kind kind, MonthScreen screen, List<Change> changes, Set<Change> asTurns, Tally tally) {
        int hits = 0;
        int noise = 0;
        int others = 0;
        Set<Change> found = new HashSet<>();
        Set<String> ownFigures = own(screen.month());
        for (MonthScreen.Raised raised : screen.raised()) {
            List<Change> touched = changes.stream()
                    .filter(change -> change.kpi().equals(raised.alert().kpi())
                            && raised.segments().contains(change.segment()))
                    .toList();
            if (!touched.isEmpty()) {
                hits++;
                if (raised.segments().size() == 1 && finds(raised, touched.get(0), kind)) {
                    found.addAll(touched);
                    asTurns.addAll(raised.alert().type() == AlertType.INFLECTION ? touched : List.of());
                }
            } else if (!raised.alert().standing().isFolded()) {
                boolean natural = ownFigures.contains(figure(raised));
                others += natural ? 1 : 0;
                noise += natural ? 0 : 1;
            }
        }
        tally.family(panel.months().at(screen.month()), hits, noise, others, panel.segments());
        return found;
    }

    private static boolean finds(MonthScreen.Raised raised, Change change, Kind kind) {
        boolean turn = raised.alert().type() == AlertType.INFLECTION;
        return raised.isUp() == change.sign() > 0 && (kind == Kind.INFLECTION || !turn);
    }
}
