package io.segmentradar.models.monitor;

import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftMonitor;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorContext;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.Absences;
import java.util.ArrayList;
import java.util.List;

/** Watches the columns of a panel, the inputs that models derive from them, the forecasts of its past and its alerts; each area and measure is one family. */
public final class PanelDriftMonitor implements DriftMonitor {
    private static final Label CUSTOMERS = new Label("고객 수", "Customers");
    private static final Label ABSENT = new Label("이번 달 자료에 없는 고객 수", "Customers absent this month");
    private static final Label COVARIATE =
            new Label("한 달에 값이 하나인 외부 지표입니다", "a figure from outside with one value a month");

    @Override
    public MonitorReport watch(MonitorContext context) {
        double rate = context.policy().falseDiscoveryRate();
        List<Draft> levels = new ArrayList<>();
        List<Draft> changes = new ArrayList<>();
        List<String> sums = Absences.columns(context.kpis());
        List<String> columns = context.panel().columns().stream()
                .filter(column -> column.equals(Absences.ABSENT_COUNT) || !sums.contains(column))
                .toList();
        columns.parallelStream()
                .map(column -> new DataDrift(
                        context.policy(), column, label(context, column), byMonth(context.panel(), column)))
                .map(drift -> List.of(drift.level(), drift.change()))
                .toList()
                .forEach(both -> {
                    levels.add(both.get(0));
                    changes.add(both.get(1));
                });
        for (MonthlySeries series : context.covariates()) {
            levels.add(Draft.without(
                    MonitorArea.DATA,
                    series.id(),
                    series.label(),
                    0,
                    DataDrift.LEVEL,
                    DriftStatus.EXCLUDED,
                    COVARIATE));
        }
        List<Draft> forecasts = new ArrayList<>();
        for (Kpi kpi : context.kpis().kpis()) {
            for (Horizon horizon : Horizon.ALL) {
                forecasts.addAll(new ForecastDrift(context, kpi, horizon).checks());
            }
        }
        List<DriftCheck> checks = new ArrayList<>(Draft.judge(levels, rate));
        checks.addAll(Draft.judge(changes, rate));
        checks.addAll(Draft.judge(new FeatureDrift(context).checks(), rate));
        checks.addAll(Draft.judge(forecasts, rate));
        checks.addAll(Draft.judge(new AlertDrift(context).checks(), rate));
        return new MonitorReport(checks, new RetrainRules(context, checks).triggers());
    }

    static double[][] byMonth(SegmentPanel panel, String name) {
        PanelColumn column = panel.column(name);
        double[][] byMonth = new double[panel.months().count()][panel.segments()];
        for (int m = 0; m < byMonth.length; m++) {
            for (int s = 0; s < byMonth[m].length; s++) {
                byMonth[m][s] = column.orNaN(s, m);
            }
        }
        return byMonth;
    }

    private static Label label(MonitorContext context, String column) {
        if (column.equals(SegmentPanel.CUSTOMER_COUNT)) {
            return CUSTOMERS;
        }
        if (column.equals(Absences.ABSENT_COUNT)) {
            return ABSENT;
        }
        return context.kpis()
                .find(column)
                .map(Kpi::label)
                .or(() -> context.kpis().ratios().stream()
                        .filter(ratio -> ratio.id().equals(column))
                        .map(Ratio::label)
                        .findFirst())
                .orElseGet(() -> context.labels().getOrDefault(column, new Label(column, column)));
    }
}
