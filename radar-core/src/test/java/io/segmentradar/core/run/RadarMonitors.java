package io.segmentradar.core.run;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.monitor.RetrainTrigger;
import java.util.List;

/** A small monitor report with a check of every kind, for tests of readers and stores. */
final class RadarMonitors {
    private static final double NONE = Double.NaN;

    private RadarMonitors() {}

    static MonitorReport report() {
        return new MonitorReport(
                List.of(
                        data("deposits", "level", 100, 104, 0.01, 0.02, 0.3, 0.6, DriftStatus.STABLE),
                        data("deposits", "change", 0.001, 0.095, 0.31, 0.1, 1e-6, 1e-5, DriftStatus.DRIFT),
                        data("usdkrw", "level", NONE, NONE, NONE, NONE, NONE, NONE, DriftStatus.EXCLUDED),
                        forecast("coverage_90", 0.9, 0.81, DriftStatus.DRIFT),
                        forecast("bias", 0.001, 0.004, DriftStatus.STABLE),
                        forecast("wape", 0.12, 0.14, DriftStatus.NOTICE),
                        alerts("rate", 0.02, 0.021, DriftStatus.STABLE),
                        alerts("acceptance", NONE, NONE, DriftStatus.UNKNOWN)),
                List.of(new RetrainTrigger(
                        RetrainTrigger.Kind.COVERAGE_LOST, new Label("적중률이 벗어났습니다", "coverage drifts"))));
    }

    private static DriftCheck data(
            String subject,
            String measure,
            double reference,
            double current,
            double psi,
            double distance,
            double p,
            double q,
            DriftStatus status) {
        return new DriftCheck(
                MonitorArea.DATA,
                subject,
                new Label("예금총잔액", subject),
                0,
                measure,
                reference,
                current,
                psi,
                distance,
                0.03,
                p,
                q,
                2_000,
                100,
                status,
                new Label("평소와 비교", "against the usual"));
    }

    private static DriftCheck forecast(String measure, double reference, double current, DriftStatus status) {
        return new DriftCheck(
                MonitorArea.FORECAST,
                "deposits",
                new Label("예금총잔액", "Deposits"),
                1,
                measure,
                reference,
                current,
                NONE,
                NONE,
                4.2,
                0.01,
                0.04,
                9,
                3,
                status,
                new Label("약속과 비교", "against the promise"));
    }

    private static DriftCheck alerts(String measure, double reference, double current, DriftStatus status) {
        return new DriftCheck(
                MonitorArea.ALERT,
                "alerts",
                new Label("알림", "Alerts"),
                0,
                measure,
                reference,
                current,
                NONE,
                NONE,
                NONE,
                0.4,
                0.4,
                6,
                1,
                status,
                new Label("이전 달과 비교", "against earlier months"));
    }
}
