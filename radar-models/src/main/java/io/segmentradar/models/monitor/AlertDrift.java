package io.segmentradar.models.monitor;

import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseCause;
import io.segmentradar.core.casework.CaseStatus;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.MonitorHistory.AlertMonth;
import java.time.YearMonth;
import java.util.List;
import org.apache.commons.math3.distribution.HypergeometricDistribution;

/**
 * Drift of the alerts: how many there are for each segment, against earlier months, and how many of the settled ones were
 * worth the work, by the bank's own casework.
 */
final class AlertDrift {
    static final String RATE = "rate";
    static final String ACCEPTANCE = "acceptance";

    private static final Label ALERTS = new Label("알림", "Alerts");
    private static final int LEAST_MONTHS = 4;
    private static final int RECENT_MONTHS = 3;
    private static final int LEAST_CASES = 5;
    private static final double LARGE_RATIO = 1.5;
    private static final double LARGE_LOSS = 0.15;
    private static final Label FEW_MONTHS =
            new Label("저장된 이전 실행이 4개월 미만입니다", "fewer than four earlier months are stored");
    private static final Label FEW_CASES = new Label("처리가 끝난 알림이 부족합니다", "too few settled cases");

    private final MonitorContext context;

    AlertDrift(MonitorContext context) {
        this.context = context;
    }

    List<Draft> checks() {
        return List.of(rate(), acceptance());
    }

    /** Roots of rates have the same deviation at every rate (Anscombe 1948). */
    private Draft rate() {
        YearMonth now = context.panel().months().last();
        List<AlertMonth> earlier = context.history().alertMonths().stream()
                .filter(month -> month.month().isBefore(now) && month.segments() > 0)
                .toList();
        if (earlier.size() < LEAST_MONTHS) {
            return unjudged(RATE, FEW_MONTHS);
        }
        double[] roots = earlier.stream()
                .mapToDouble(month -> Math.sqrt((month.alerts() + 0.375) / month.segments()))
                .toArray();
        int segments = context.panel().segments();
        double current = (double) context.alerts().size() / segments;
        double usual = earlier.stream().mapToDouble(AlertMonth::alerts).sum()
                / earlier.stream().mapToDouble(AlertMonth::segments).sum();
        double t = MonthTest.t(roots, Math.sqrt((context.alerts().size() + 0.375) / segments), 1);
        double ratio = usual > 0 ? current / usual : current > 0 ? Double.POSITIVE_INFINITY : 1;
        return draft(
                RATE,
                usual,
                current,
                MonthTest.twoSided(t, roots.length),
                earlier.size(),
                1,
                ratio > LARGE_RATIO || ratio < 1 / LARGE_RATIO);
    }

    private Draft acceptance() {
        YearMonth recentFrom = context.panel().months().last().minusMonths(RECENT_MONTHS - 1L);
        List<AlertCase> settled = context.history().cases().stream()
                .filter(found -> !found.status().isOpen())
                .toList();
        List<AlertCase> recent = settled.stream()
                .filter(found -> !found.month().isBefore(recentFrom))
                .toList();
        int n = recent.size();
        int before = settled.size() - n;
        if (n < LEAST_CASES || before < LEAST_CASES) {
            return unjudged(ACCEPTANCE, FEW_CASES);
        }
        int all = (int) settled.stream().filter(AlertDrift::isAccepted).count();
        int now = (int) recent.stream().filter(AlertDrift::isAccepted).count();
        double earlier = (double) (all - now) / before;
        // Fisher's exact test, one-sided: as few accepted among the recent ones by chance.
        double p = new HypergeometricDistribution(null, settled.size(), all, n).cumulativeProbability(now);
        double share = (double) now / n;
        return draft(ACCEPTANCE, earlier, share, p, before, n, earlier - share > LARGE_LOSS);
    }

    private static boolean isAccepted(AlertCase found) {
        return found.status() == CaseStatus.RESOLVED
                || found.cause().filter(cause -> cause == CaseCause.REAL_RISK).isPresent();
    }

    private static Draft draft(
            String measure, double reference, double current, double p, int nReference, int nCurrent, boolean matters) {
        return new Draft(
                MonitorArea.ALERT,
                "alerts",
                ALERTS,
                0,
                measure,
                reference,
                current,
                Double.NaN,
                Double.NaN,
                Double.NaN,
                p,
                nReference,
                nCurrent,
                matters,
                false,
                null,
                null);
    }

    private static Draft unjudged(String measure, Label why) {
        return Draft.without(MonitorArea.ALERT, "alerts", ALERTS, 0, measure, DriftStatus.UNKNOWN, why);
    }
}
