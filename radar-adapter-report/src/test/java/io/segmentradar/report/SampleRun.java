package io.segmentradar.report;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionDelivery;
import io.segmentradar.core.action.ActionPriority;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.Quantiles;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.SegmentPanels;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.features.spec.SpecLoader;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A small bank with everything that a report can show: 24 segments, 30 months up to June 2024. */
public final class SampleRun {
    public static final int MONTHS = 30;
    private static final List<String> INDUSTRIES = List.of("금속가공제품", "도매 및 상품중개업", "전문직별 공사업", "음식점 및 주점업");
    private static final List<String> PROVINCES = List.of("대구", "경북", "서울");
    private static final List<String> GRADES = List.of("최우수", "일반");
    private static final double[] SIZE = {90_000, 60_000, 4_000, 120_000, 300, 15_000};

    private final RadarSpec spec = new SpecLoader().load("imbank");
    private final SegmentPanel panel;
    private final YearMonth month;

    private SampleRun() {
        SegmentPanels panels = SegmentPanels.monthly(MONTHS);
        Random random = new Random(7);
        for (String industry : INDUSTRIES) {
            for (String province : PROVINCES) {
                for (String grade : GRADES) {
                    SegmentKey key = SegmentKey.of(industry, province, grade, grade.equals("일반") ? "N" : "Y");
                    double scale = Math.exp(random.nextGaussian() / 2);
                    List<Kpi> kpis = spec.kpis().kpis();
                    for (int k = 0; k < kpis.size(); k++) {
                        panels.with(key, kpis.get(k).id(), series(random, SIZE[k] * scale, kpis.get(k)));
                    }
                }
            }
        }
        panel = panels.build();
        month = panel.months().last();
    }

    private static double[] series(Random random, double size, Kpi kpi) {
        double[] values = new double[MONTHS];
        double level = size;
        for (int m = 0; m < MONTHS; m++) {
            level *= Math.exp(0.004 + 0.02 * random.nextGaussian());
            values[m] = kpi.kind().isSigned() ? size * random.nextGaussian() : level;
        }
        return values;
    }

    public static RadarRun create() {
        return create("202406-5f0c2a91");
    }

    public static RadarRun create(String runId) {
        return new SampleRun().run(runId);
    }

    private RadarRun run(String runId) {
        List<Alert> alerts = alerts();
        List<RecommendedAction> actions = actions(alerts);
        RunManifest manifest = new RunManifest(
                runId,
                month,
                Instant.parse("2024-07-03T01:02:03Z"),
                new RunManifest.Versions("1.0.0", "17", "4.3.0", "Linux", "amd64"),
                spec.name(),
                spec.sha256(),
                List.of(),
                panel.segments(),
                MONTHS,
                1,
                2,
                Map.of(),
                Optional.empty(),
                List.of(),
                0,
                0,
                List.of());
        return new RadarRun(
                spec,
                manifest,
                new IngestReport(List.of(), List.of(), List.of()),
                panel,
                published(),
                new ForecastSet(List.of()),
                new AccuracyReport(List.of()),
                alerts,
                alerts.stream().map(this::drivers).toList(),
                new ActionReport(
                        actions,
                        ActionPlan.EMPTY,
                        PolicyFunnel.EMPTY,
                        List.of(),
                        List.of(),
                        Optional.of(new FxRegime(
                                month, 1380.4, 0.004, 0.012, FxRegime.Trend.RANGE, FxRegime.Volatility.MEDIUM))));
    }

    private ForecastSet published() {
        List<ForecastTable> tables = new ArrayList<>();
        for (SegmentLevel level :
                List.of(spec.hierarchy().bank(), spec.hierarchy().segments())) {
            SegmentPanel nodes = panel.rollUp(level);
            for (Kpi kpi : spec.kpis().kpis()) {
                Horizon.ALL.forEach(horizon -> tables.add(table(level, nodes, kpi, horizon)));
            }
        }
        return new ForecastSet(tables);
    }

    private ForecastTable table(SegmentLevel level, SegmentPanel nodes, Kpi kpi, Horizon horizon) {
        int n = nodes.segments();
        double[] point = new double[n];
        double[] scale = new double[n];
        String[] model = new String[n];
        Arrays.fill(model, "mean");
        for (int node = 0; node < n; node++) {
            double last = nodes.column(kpi.id()).value(node, MONTHS - 1);
            scale[node] = (level.id().equals(SegmentHierarchy.BANK) ? 0.02 : 0.03) * horizon.months() * Math.abs(last);
            point[node] = last + (node % 3 - 0.9) * scale[node];
        }
        double[] quantiles = Quantiles.even(point, scale, 3);
        return new ForecastTable(level.id(), nodes.index(), kpi.id(), month, horizon, point, scale, quantiles, model);
    }

    private List<Alert> alerts() {
        List<Alert> alerts = new ArrayList<>();
        Severity[] severities = {Severity.CRITICAL, Severity.CRITICAL, Severity.HIGH, Severity.HIGH, Severity.MEDIUM};
        AlertType[] types = {
            AlertType.DROP, AlertType.DORMANCY, AlertType.DROP, AlertType.LEVEL_SHIFT, AlertType.INFLECTION
        };
        for (int i = 0; i < 8; i++) {
            boolean loss = i != 2;
            Kpi kpi = spec.kpis().kpis().get(i % 4);
            int row = 3 * i;
            double actual = panel.column(kpi.id()).value(row, MONTHS - 1);
            double expected = actual * (loss ? 1.35 : 0.7);
            SegmentId id = panel.index().id(row);
            AlertType type = loss ? types[i % 5] : AlertType.SPIKE;
            alerts.add(new Alert(
                    month + "|segment|" + id + "|" + kpi.id() + "|" + type,
                    SegmentHierarchy.SEGMENT,
                    id,
                    kpi.id(),
                    month,
                    type,
                    severities[Math.min(i / 2, 4)],
                    actual,
                    expected,
                    expected * 0.9,
                    expected * 1.1,
                    0.0004,
                    Math.abs(actual - expected)));
        }
        return alerts;
    }

    private DriverAttribution drivers(Alert alert) {
        String column = spec.kpis().kpi(alert.kpi()).formula().terms().get(0).column();
        Label label = spec.amountLabels().get(column);
        Label volume = new Label(label.ko() + " 고객 수 효과", label.en() + ": number of customers");
        Label rate = new Label(label.ko() + " 고객당 금액 효과", label.en() + ": amount per customer");
        double residual = alert.residual();
        return new DriverAttribution(
                alert.id(),
                List.of(
                        new Driver(DriverKind.COMPONENT, column, label, residual),
                        new Driver(DriverKind.VOLUME, column, volume, 0.2 * residual),
                        new Driver(DriverKind.RATE, column, rate, 0.8 * residual),
                        new Driver(DriverKind.COMMON, "bank", new Label("시장 요인", "Market"), 0.1 * residual),
                        new Driver(DriverKind.OWN, "own", new Label("자체 요인", "Own"), 0.9 * residual)));
    }

    private List<RecommendedAction> actions(List<Alert> alerts) {
        List<RecommendedAction> actions = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            SegmentId segment =
                    i < alerts.size() ? alerts.get(i).segment() : panel.index().id(3 * (i - alerts.size()) + 2);
            String kpi = i < alerts.size() ? alerts.get(i).kpi() : "deposits";
            ActionWorth worth = new ActionWorth(0.8, 40_000 - 2_000 * i, 0.012, 0.3, false, 1);
            actions.add(new RecommendedAction(
                    month + "|" + segment + "|VISIT_" + i,
                    segment,
                    month,
                    "VISIT_" + i,
                    i % 2 == 0
                            ? new Label("예금 방어 상담", "Deposit defence call")
                            : new Label("예금 증대 제안", "Deposit growth offer"),
                    i % 2 == 0 ? "RETENTION" : "GROWTH",
                    kpi,
                    new ActionDelivery("RM", "VISIT", month.plusMonths(1).atDay(3 + i), 2),
                    worth,
                    new ActionPriority(Urgency.HIGH, 1, 1, 1, worth.value(), i + 1),
                    i < alerts.size() ? Optional.of(alerts.get(i).id()) : Optional.empty(),
                    new Label("예금이 예측보다 크게 줄었습니다.", "Deposits fell short of the forecast."),
                    List.of(new Label("만기 도래 예금의 재예치 의향", "Renewal of deposits about to mature")),
                    new ActionDecision.Planned()));
        }
        return actions;
    }
}
