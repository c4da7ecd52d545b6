package io.segmentradar.core.fx;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is known of the exchange rate at the end of a month.
 *
 * @param now regime by rule
 * @param change log change of the latest month
 * @param yearChange log change against a year ago; empty where the series is shorter
 * @param hidden three states of volatility found by the hidden Markov model; empty where the series is too short
 */
public record FxMarket(
        FxRegime now, double change, OptionalDouble yearChange, List<FxRegime> history, Optional<HiddenRegime> hidden) {
    public FxMarket {
        history = List.copyOf(history);
    }

    /** The same market in another regime. */
    public FxMarket with(FxRegime regime) {
        return new FxMarket(regime, change, yearChange, history, hidden);
    }

    /**
     * The three-state Gaussian hidden Markov model of the monthly log changes. States are those of
     * {@link FxRegime.Volatility}, by standard deviation. Probabilities are filtered: those of a month use that month
     * and what was before, with the model as it was fitted before.
     *
     * @param states mean and standard deviation of the log change in each state
     * @param transition probability to go from a state (row) to another (column) within a month
     * @param largeMove size of a log change that two thirds of all so far did not reach
     * @param months filtered probabilities of past months, the latest last
     * @param outlook probabilities of the next three months
     * @param skill how good the one-step probabilities of a large move were, out of sample
     */
    public record HiddenRegime(
            List<State> states,
            List<List<Double>> transition,
            double largeMove,
            List<MonthProbability> months,
            List<MonthProbability> outlook,
            List<Skill> skill) {
        public HiddenRegime {
            states = List.copyOf(states);
            transition = transition.stream().map(List::copyOf).toList();
            months = List.copyOf(months);
            outlook = List.copyOf(outlook);
            skill = List.copyOf(skill);
        }

        /** Probability of a large move next month. */
        public double largeMoveProbability() {
            return outlook.get(0).largeMove().orElseThrow();
        }

        /** True if its forecasts beat the climatological frequency over all months tested. */
        public boolean beatsClimatology() {
            return !skill.isEmpty() && skill.get(0).beats();
        }
    }

    public record State(FxRegime.Volatility volatility, double mean, double deviation) {}

    /**
     * @param low probability of the calm state in that month
     * @param high probability of the turbulent state in that month
     * @param largeMove in the outlook: probability of a large move in that month; in the record: the probability that
     *     was given for it a month before, empty before there was a model
     */
    public record MonthProbability(YearMonth month, double low, double medium, double high, OptionalDouble largeMove) {}

    /**
     * One-step forecasts of a large move against always giving the frequency so far; log loss, smaller is better.
     *
     * @param events large moves among the months
     * @param standardError of the mean difference
     */
    public record Skill(
            YearMonth from,
            YearMonth to,
            int months,
            int events,
            double modelLoss,
            double climatologyLoss,
            double standardError) {
        public boolean beats() {
            return modelLoss < climatologyLoss;
        }
    }
}
