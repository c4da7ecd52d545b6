package io.segmentradar.models.challenge;

import io.segmentradar.core.forecast.BacktestPlan;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.ForecastOptions;
import io.segmentradar.core.forecast.ForecastOutcome;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.registry.ChallengeVerdict;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.models.backtest.DieboldMariano;
import io.segmentradar.models.engine.PanelDigest;
import io.segmentradar.models.monitor.DataDefects;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Judges new models against those in use, on the latest months. Both forecast every origin again from what was known
 * there; a challenger's forecasts come from its training before that origin, a champion's from its only one. A challenger
 * wins if its errors are smaller by more than chance explains and its intervals hold no worse.
 */
public final class ModelChallenge {
    /** Months between the trainings of a challenger: short, so that the judged months see how it renews itself. */
    private static final int REFIT_EVERY = 3;

    private static final int LEAST_ORIGINS = 5;
    private static final Label TOO_FEW = new Label(
            "현재 모형이 보지 못한 달이 " + LEAST_ORIGINS + "개월 미만이어서 판정할 수 없습니다",
            "fewer than " + LEAST_ORIGINS + " months that the champion has not seen: too few to judge");
    private static final double NOMINAL = 0.9;

    private final ForecastEngine engine;

    public ModelChallenge(ForecastEngine engine) {
        this.engine = engine;
    }

    /** What a challenger has to be trained with. */
    public static ForecastOptions training(MonitorPolicy policy) {
        int origins = Math.max(BacktestPlan.STANDARD.origins(), policy.retrain().judgeMonths());
        return ForecastOptions.STANDARD
                .withBacktest(new BacktestPlan(origins, 1, REFIT_EVERY))
                .keepingModels();
    }

    /** Why nothing can be judged yet, however good a challenger may be: the champion has seen nearly all months. */
    public static Optional<Label> tooEarly(ModelArchive champion, YearMonth last, MonitorPolicy policy) {
        return origins(champion, last, policy) < LEAST_ORIGINS ? Optional.of(TOO_FEW) : Optional.empty();
    }

    private static long origins(ModelArchive champion, YearMonth last, MonitorPolicy policy) {
        return firstOrigin(champion, last, policy).until(last, ChronoUnit.MONTHS);
    }

    private static YearMonth firstOrigin(ModelArchive champion, YearMonth last, MonitorPolicy policy) {
        YearMonth from = last.minusMonths(policy.retrain().judgeMonths());
        YearMonth unseen = champion.provenance().trainedTo();
        return unseen.isAfter(from) ? unseen : from;
    }

    /**
     * @param task the data to judge on, with all of its months
     * @param challenger trained with {@link #training}
     */
    public ChallengeVerdict judge(
            ForecastTask task, ModelArchive champion, ModelArchive challenger, MonitorPolicy policy) {
        YearMonth last = task.panel().months().last();
        YearMonth first = firstOrigin(champion, last, policy);
        long origins = origins(champion, last, policy);
        if (origins < LEAST_ORIGINS) {
            return undecided(champion, challenger, (int) Math.max(0, origins), TOO_FEW);
        }
        Optional<Label> unfit = unfit(task, champion, challenger, policy);
        if (unfit.isPresent()) {
            return undecided(champion, challenger, 0, unfit.get());
        }
        List<Duel> duels = new ArrayList<>();
        ForecastSet old = past(task, champion, first, policy);
        ForecastSet young = past(task, challenger, first, policy);
        for (Kpi kpi : task.kpis().kpis()) {
            duels.add(new Duel(task.panel(), kpi, first, old, young));
        }
        return verdict(champion, challenger, duels, (int) origins, policy);
    }

    /** Why the challenger must not be judged: it has learned from other data, or from data that look broken. */
    private static Optional<Label> unfit(
            ForecastTask task, ModelArchive champion, ModelArchive challenger, MonitorPolicy policy) {
        YearMonth trainedTo = challenger.provenance().trainedTo();
        boolean present = task.panel().months().contains(trainedTo);
        if (!present
                || !PanelDigest.sha256(task.panel().upTo(trainedTo), task.hierarchy(), task.kpis())
                        .equals(challenger.provenance().dataSha256())) {
            return Optional.of(new Label(
                    "도전 모형이 지금 자료와 다른 자료로 학습했습니다",
                    "the challenger has learned from other data than those it is judged on"));
        }
        return DataDefects.after(champion.provenance().trainedTo(), task.panel(), task.kpis(), policy).stream()
                .findFirst()
                .map(defect -> new Label(
                        "학습 자료가 손상된 것으로 보입니다: " + defect.month() + " "
                                + defect.kpi().label().ko() + ". 먼저 자료를 확인하세요",
                        "the data it learned from look broken: "
                                + defect.kpi().label().en() + " in " + defect.month() + "; look at them first"));
    }

    /** What a duel compares, and nothing more: all forecasts of both models together would not fit beside the engine. */
    private ForecastSet past(ForecastTask task, ModelArchive models, YearMonth first, MonitorPolicy policy) {
        ForecastTask again = task.with(training(policy).reusing(models));
        try (ForecastOutcome outcome = engine.forecast(again)) {
            return new ForecastSet(outcome.past().tables().stream()
                    .filter(table -> table.level().equals(SegmentHierarchy.SEGMENT)
                            && !table.origin().isBefore(first))
                    .toList());
        }
    }

    private static ChallengeVerdict verdict(
            ModelArchive champion, ModelArchive challenger, List<Duel> duels, int origins, MonitorPolicy policy) {
        double[] gains = new double[origins];
        for (int o = 0; o < origins; o++) {
            int origin = o;
            gains[o] = duels.stream()
                    .mapToDouble(duel -> duel.gain(origin))
                    .filter(gain -> !Double.isNaN(gain))
                    .average()
                    .orElse(0);
        }
        double gain = mean(gains);
        double twoSided = DieboldMariano.pValue(gains, Horizon.MAX);
        double pValue = gain > 0 ? twoSided / 2 : 1 - twoSided / 2;
        double was = coverage(duels, true);
        double is = coverage(duels, false);
        double miss = Math.abs(is - NOMINAL);
        boolean covers = miss <= Math.max(policy.coverageTolerance(), Math.abs(was - NOMINAL));
        boolean better = gain >= policy.retrain().leastGain()
                && pValue <= policy.retrain().significance();
        return new ChallengeVerdict(
                champion.id(),
                challenger.id(),
                better && covers,
                origins,
                gain,
                pValue,
                was,
                is,
                duels.stream().map(Duel::result).toList(),
                reason(better, covers, gain, pValue, is));
    }

    private static Label reason(boolean better, boolean covers, double gain, double pValue, double coverage) {
        String figures = String.format(Locale.ROOT, "%+.1f %%, p = %.3f", 100 * gain, pValue);
        String held = String.format(Locale.ROOT, "%.0f %%", 100 * coverage);
        if (better && covers) {
            return new Label(
                    "도전 모형의 오차가 우연을 넘어 작습니다(" + figures + "), 적중률 " + held,
                    "the challenger's errors are smaller by more than chance (" + figures + "), coverage " + held);
        }
        return better
                ? new Label(
                        "오차는 작지만 예측구간이 맞지 않습니다: 적중률 " + held,
                        "its errors are smaller but its intervals do not hold: coverage " + held)
                : new Label(
                        "도전 모형이 우연을 넘어 뚜렷이 낫지 않습니다(" + figures + ")",
                        "the challenger is not clearly better by more than chance (" + figures + ")");
    }

    private static ChallengeVerdict undecided(
            ModelArchive champion, ModelArchive challenger, int origins, Label reason) {
        return new ChallengeVerdict(
                champion.id(),
                challenger.id(),
                false,
                origins,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                List.of(),
                reason);
    }

    private static double coverage(List<Duel> duels, boolean champion) {
        return duels.stream()
                .mapToDouble(duel -> champion ? duel.championCoverage() : duel.challengerCoverage())
                .filter(share -> !Double.isNaN(share))
                .average()
                .orElse(Double.NaN);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
