package io.segmentradar.models.monitor;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.RetrainPolicy;
import io.segmentradar.core.monitor.RetrainTrigger;
import io.segmentradar.core.monitor.RetrainTrigger.Kind;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Which of the policy's reasons to train a challenger are given. */
final class RetrainRules {
    private final MonitorContext context;
    private final List<DriftCheck> checks;
    private final RetrainPolicy policy;
    private final List<RetrainTrigger> triggers = new ArrayList<>();

    RetrainRules(MonitorContext context, List<DriftCheck> checks) {
        this.context = context;
        this.checks = checks;
        this.policy = context.policy().retrain();
    }

    List<RetrainTrigger> triggers() {
        context.history().trainedTo().ifPresent(this::age);
        KpiCatalog kpis = context.kpis();
        share(
                Kind.DATA_DRIFT,
                "입력 자료",
                "data",
                check -> check.area() == MonitorArea.DATA
                        && kpis.find(check.subject()).isPresent());
        share(
                Kind.COVERAGE_LOST,
                "예측구간 적중률(미달)",
                "coverage below the promise",
                check -> check.area() == MonitorArea.FORECAST && check.measure().equals(ForecastDrift.COVERAGE),
                // Intervals that hold more than they promise are wide, not lost; new models would not be judged better.
                check -> check.current() < check.reference());
        share(
                Kind.FORECAST_DRIFT,
                "예측 오차·편향",
                "error and bias",
                check ->
                        check.area() == MonitorArea.FORECAST && !check.measure().equals(ForecastDrift.COVERAGE));
        return triggers;
    }

    private void age(YearMonth trainedTo) {
        long months = trainedTo.until(context.panel().months().last(), ChronoUnit.MONTHS);
        if (months >= policy.everyMonths()) {
            add(
                    Kind.SCHEDULE,
                    "모형이 " + trainedTo + "까지 학습한 지 " + months + "개월입니다",
                    "the models were trained to " + trainedTo + ", " + months + " months ago");
        }
        if (months >= policy.newMonths()) {
            add(Kind.NEW_DATA, "모형이 보지 못한 달이 " + months + "개입니다", months + " months that the models have not seen");
        }
    }

    private void share(Kind kind, String ko, String en, Predicate<DriftCheck> family) {
        share(kind, ko, en, family, check -> true);
    }

    private void share(
            Kind kind, String ko, String en, Predicate<DriftCheck> family, Predicate<DriftCheck> towardsTrouble) {
        List<DriftCheck> judged = checks.stream()
                .filter(family)
                .filter(check -> check.status() != DriftStatus.UNKNOWN && check.status() != DriftStatus.EXCLUDED)
                .toList();
        List<DriftCheck> drifting = judged.stream()
                .filter(check -> check.status() == DriftStatus.DRIFT && towardsTrouble.test(check))
                .toList();
        if (!drifting.isEmpty() && drifting.size() >= policy.driftShare() * judged.size()) {
            String count = String.format(Locale.ROOT, "%d/%d", drifting.size(), judged.size());
            add(
                    kind,
                    ko + " 점검 " + count + "건이 벗어났습니다: " + names(drifting, true),
                    en + ": " + count + " checks drift: " + names(drifting, false));
        }
    }

    private static String names(List<DriftCheck> drifting, boolean korean) {
        return String.join(
                ", ",
                drifting.stream()
                        .map(check ->
                                korean ? check.label().ko() : check.label().en())
                        .distinct()
                        .toList());
    }

    private void add(Kind kind, String ko, String en) {
        if (policy.triggers().contains(kind)) {
            triggers.add(new RetrainTrigger(kind, new Label(ko, en)));
        }
    }
}
