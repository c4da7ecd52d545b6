package io.segmentradar.models.monitor;

import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.models.alert.fdr.FalseDiscovery;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A check before its family is known.
 *
 * @param matters whether the difference is large enough to act on
 * @param alarm whether something other than the p-value says that it is real
 */
record Draft(
        MonitorArea area,
        String subject,
        Label label,
        int horizon,
        String measure,
        double reference,
        double current,
        double psi,
        double distance,
        double statistic,
        double pValue,
        long nReference,
        long nCurrent,
        boolean matters,
        boolean alarm,
        DriftStatus given,
        Label reason) {

    private static final Label STABLE = new Label("평소와 같습니다", "as usual");
    private static final Label SMALL = new Label("우연은 아니지만 작은 변화입니다", "more than chance, but too small to matter");
    private static final Label LARGE = new Label("큰 차이지만 우연일 수 있습니다", "large, but it may be chance");
    private static final Label STEADY = new Label(
            "최근 몇 달만으로는 우연일 수 있지만, 같은 방향의 차이가 쌓여 경계를 넘었습니다(CUSUM)",
            "the last months alone may be chance, but differences in one direction have added up beyond the limit (CUSUM)");
    private static final Label STEADY_SMALL = new Label(
            "같은 방향의 차이가 쌓였지만(CUSUM) 작은 변화입니다",
            "differences in one direction have added up (CUSUM), but too little to matter");
    private static final Label REAL = new Label("우연이 아닌 큰 변화입니다", "large and more than chance");

    /** A check without figures: why it is not judged. */
    static Draft without(
            MonitorArea area,
            String subject,
            Label label,
            int horizon,
            String measure,
            DriftStatus given,
            Label reason) {
        double none = Double.NaN;
        return new Draft(
                area, subject, label, horizon, measure, none, none, none, none, none, none, 0, 0, false, false, given,
                reason);
    }

    /** Judges a family of checks together; unjudged ones keep their status. */
    static List<DriftCheck> judge(List<Draft> family, double rate) {
        List<Draft> tested = family.stream()
                .filter(draft -> draft.given() == null)
                .sorted(Comparator.comparingDouble(Draft::pValue))
                .toList();
        double[] q = FalseDiscovery.qValues(
                tested.stream().mapToDouble(Draft::pValue).toArray(), tested.size(), Dependence.POSITIVE);
        List<DriftCheck> checks = new ArrayList<>();
        for (Draft draft : family) {
            checks.add(
                    draft.given() == null
                            ? draft.judged(q[tested.indexOf(draft)], rate)
                            : draft.check(Double.NaN, draft.given(), draft.reason()));
        }
        return checks;
    }

    private DriftCheck judged(double q, double rate) {
        boolean surprising = q <= rate;
        boolean real = alarm || surprising;
        if (real && matters) {
            return check(q, DriftStatus.DRIFT, surprising ? REAL : STEADY);
        }
        return real
                ? check(q, DriftStatus.NOTICE, surprising ? SMALL : STEADY_SMALL)
                : check(q, matters ? DriftStatus.NOTICE : DriftStatus.STABLE, matters ? LARGE : STABLE);
    }

    private DriftCheck check(double q, DriftStatus status, Label why) {
        return new DriftCheck(
                area,
                subject,
                label,
                horizon,
                measure,
                reference,
                current,
                psi,
                distance,
                statistic,
                pValue,
                q,
                nReference,
                nCurrent,
                status,
                why);
    }
}
