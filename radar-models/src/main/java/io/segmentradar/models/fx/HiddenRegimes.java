package io.segmentradar.models.fx;

import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxMarket.MonthProbability;
import io.segmentradar.core.fx.FxMarket.Skill;
import io.segmentradar.core.fx.FxMarket.State;
import io.segmentradar.core.fx.FxRegime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Walks through the monthly log changes of a rate once, as time went: fitted anew every {@value #REFIT} months on what
 * was known, filtered in between. So nothing that is said of a month depends on later ones.
 */
final class HiddenRegimes {
    /** Changes needed before a model is fitted. */
    static final int LEAST_CHANGES = 60;

    private static final int REFIT = 12;
    private static final int FIRST_ROUNDS = 100;
    private static final int LATER_ROUNDS = 10;
    private static final int MONTHS_AHEAD = 3;
    private static final int RECENT = 120;
    private static final double LARGE = 2 / 3.0;
    private static final double LEAST_PROBABILITY = 0.01;

    private final YearMonth firstChange;
    private final double[] changes;
    private final List<MonthProbability> months = new ArrayList<>();
    private final double[] modelLoss;
    private final double[] climatologyLoss;
    private final boolean[] event;
    private GaussianHmm model;
    private double[] filtered;
    private double largeMove;

    /**
     * @param firstChange month of the first change
     * @param changes consecutive log changes, as known at the end of the last month
     */
    private HiddenRegimes(YearMonth firstChange, double[] changes) {
        this.firstChange = firstChange;
        this.changes = changes;
        this.modelLoss = new double[changes.length];
        this.climatologyLoss = new double[changes.length];
        this.event = new boolean[changes.length];
    }

    static Optional<HiddenRegime> of(YearMonth firstChange, double[] changes) {
        return changes.length < LEAST_CHANGES
                ? Optional.empty()
                : Optional.of(new HiddenRegimes(firstChange, changes).walk());
    }

    private HiddenRegime walk() {
        int tested = 0;
        int events = 0;
        for (int t = LEAST_CHANGES - 1; t < changes.length; t++) {
            OptionalDouble given = OptionalDouble.empty();
            if (model != null) {
                double probability = largeMoveProbability(1);
                double frequency = (events + 1.0) / (tested + 1 / (1 - LARGE));
                given = OptionalDouble.of(probability);
                event[t] = Math.abs(changes[t]) > largeMove;
                modelLoss[t] = logLoss(probability, event[t]);
                climatologyLoss[t] = logLoss(frequency, event[t]);
                tested++;
                events += event[t] ? 1 : 0;
            }
            learn(t);
            months.add(new MonthProbability(month(t), filtered[0], filtered[1], filtered[2], given));
        }
        return new HiddenRegime(states(), transition(), largeMove, months, outlook(), skill());
    }

    private void learn(int t) {
        double[] known = Arrays.copyOf(changes, t + 1);
        if (model == null) {
            model = GaussianHmm.start(known).fit(known, FIRST_ROUNDS);
            filtered = model.filter(known)[t];
        } else if ((t + 1 - LEAST_CHANGES) % REFIT == 0) {
            model = model.fit(known, LATER_ROUNDS);
            filtered = model.filter(known)[t];
        } else {
            filtered = model.next(filtered, changes[t]);
        }
        double[] sizes = Arrays.stream(known).map(Math::abs).sorted().toArray();
        largeMove = sizes[(int) (LARGE * (sizes.length - 1))];
    }

    private double largeMoveProbability(int ahead) {
        double probability = model.probabilityBeyond(model.ahead(filtered, ahead), largeMove);
        return Math.max(LEAST_PROBABILITY, Math.min(1 - LEAST_PROBABILITY, probability));
    }

    private static double logLoss(double probability, boolean event) {
        return -Math.log(event ? probability : 1 - probability);
    }

    private YearMonth month(int t) {
        return firstChange.plusMonths(t);
    }

    private List<State> states() {
        List<State> states = new ArrayList<>();
        for (int s = 0; s < GaussianHmm.STATES; s++) {
            states.add(new State(FxRegime.Volatility.values()[s], model.mean(s), model.deviation(s)));
        }
        return states;
    }

    private List<List<Double>> transition() {
        List<List<Double>> rows = new ArrayList<>();
        for (int from = 0; from < GaussianHmm.STATES; from++) {
            List<Double> row = new ArrayList<>();
            for (int to = 0; to < GaussianHmm.STATES; to++) {
                row.add(model.transition(from, to));
            }
            rows.add(row);
        }
        return rows;
    }

    private List<MonthProbability> outlook() {
        List<MonthProbability> outlook = new ArrayList<>();
        for (int h = 1; h <= MONTHS_AHEAD; h++) {
            double[] states = model.ahead(filtered, h);
            outlook.add(new MonthProbability(
                    month(changes.length - 1 + h),
                    states[0],
                    states[1],
                    states[2],
                    OptionalDouble.of(largeMoveProbability(h))));
        }
        return outlook;
    }

    /** Over all months tested and over the last ten years of them. */
    private List<Skill> skill() {
        List<Skill> skill = new ArrayList<>();
        int tested = changes.length - LEAST_CHANGES;
        if (tested > 1) {
            skill.add(skill(LEAST_CHANGES));
        }
        if (tested > RECENT) {
            skill.add(skill(changes.length - RECENT));
        }
        return skill;
    }

    private Skill skill(int from) {
        int n = changes.length - from;
        double model = 0;
        double climatology = 0;
        int events = 0;
        for (int t = from; t < changes.length; t++) {
            model += modelLoss[t] / n;
            climatology += climatologyLoss[t] / n;
            events += event[t] ? 1 : 0;
        }
        double squares = 0;
        for (int t = from; t < changes.length; t++) {
            double excess = climatologyLoss[t] - modelLoss[t] - (climatology - model);
            squares += excess * excess;
        }
        return new Skill(
                month(from),
                month(changes.length - 1),
                n,
                events,
                model,
                climatology,
                Math.sqrt(squares / (n - 1) / n));
    }
}
