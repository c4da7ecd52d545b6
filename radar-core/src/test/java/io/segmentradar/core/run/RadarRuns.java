package io.segmentradar.core.run;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.ActionDelivery;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionPriority;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.catalog.Urgency;
import io.segmentradar.core.action.plan.ActionPlan;
import io.segmentradar.core.action.policy.PolicyFunnel;
import io.segmentradar.core.action.policy.PolicyStage;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.ClosedAlert;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.alert.Watchlist;
import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverAttribution;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.panel.IngestReport;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.core.segment.SegmentLevel;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whole runs for tests of readers and stores: made up but consistent (totals add up over all levels), the same for the
 * same arguments. Every fifth segment has fewer than three customers.
 */
public final class RadarRuns {
    private static final List<String> PROVINCES = List.of("서울", "부산", "경기", "미상");
    private static final List<String> GRADES = List.of("최우수", "우수", "일반");
    private static final List<String> KPIS =
            List.of("deposits", "loans", "card_spend", "digital_amount", "net_inflow", "fx_amount");
    private static final List<String> LABELS = List.of("예금총잔액", "대출총잔액", "카드총사용", "디지털거래금액", "순유입", "FX총액");
    private static final int PAST_ORIGINS = 2;

    private final int industries;
    private final YearMonth asOf;
    private final int months;
    private final Random random;
    private final RadarSpec spec = spec();

    private RadarRuns(int industries, YearMonth asOf, int months) {
        this.industries = industries;
        this.asOf = asOf;
        this.months = months;
        this.random = new Random(industries * 31L + months);
    }

    /** About 24 segments an industry, 25 months up to {@code asOf}. */
    public static RadarRun run(int industries, YearMonth asOf) {
        int months = 25 + Math.toIntExact(YearMonth.of(2024, 12).until(asOf, ChronoUnit.MONTHS));
        return new RadarRuns(industries, asOf, months).build();
    }

    public static RadarRun run() {
        return run(3, YearMonth.of(2024, 12));
    }

    private RadarRun build() {
        SegmentPanel panel = panel();
        ForecastSet published = new ForecastSet(tables(panel, asOf));
        List<ForecastTable> past = new ArrayList<>();
        for (int back = PAST_ORIGINS; back >= 1; back--) {
            past.addAll(tables(panel.upTo(asOf.minusMonths(back)), asOf.minusMonths(back)));
        }
        List<Alert> alerts = AlertReport.of(alerts(panel)).raised();
        return new RadarRun(
                spec,
                manifest(panel),
                ingest(),
                panel,
                published,
                new ForecastSet(past),
                accuracy(),
                report(alerts),
                alerts.stream().map(RadarRuns::attribution).toList(),
                new ActionReport(
                        actions(panel),
                        ActionPlan.EMPTY,
                        funnel(panel.index()),
                        List.of(),
                        List.of(),
                        Optional.of(new FxRegime(
                                panel.months().last(),
                                1434.5,
                                0.0213,
                                0.011,
                                FxRegime.Trend.UP,
                                FxRegime.Volatility.HIGH))),
                RadarMonitors.report(),
                SampleInsights.alike(panel),
                SampleInsights.fx(panel),
                List.of(usdKrw()));
    }

    /** The alerts, one that was held back, one that is over, and a watch-list of the first. */
    private AlertReport report(List<Alert> alerts) {
        Alert first = alerts.get(0);
        Watchlist.Entry place =
                new Watchlist.Entry(1, first, first.expectedLoss(), label("가장 큰 손실", "largest loss"), "");
        return new AlertReport(
                alerts,
                List.of(new Suppression(alerts.get(1), Guardrail.COLD_START)),
                List.of(new ClosedAlert(alerts.get(2), asOf)),
                new Watchlist(List.of(place)));
    }

    public static RadarSpec spec() {
        List<SegmentDimension> dimensions = List.of(
                dimension("industry", "업종", List.of()),
                dimension("province", "지역", List.of()),
                dimension("grade", "고객등급", GRADES),
                new SegmentDimension(
                        "dedicated",
                        "전담 여부",
                        label("전담 여부", "dedicated"),
                        "미상",
                        List.of("Y", "N"),
                        Map.of("Y", label("전담", "Dedicated"), "N", label("비전담", "Not dedicated"))));
        List<Kpi> kpis = new ArrayList<>();
        for (int k = 0; k < KPIS.size(); k++) {
            KpiKind kind = KPIS.get(k).equals("net_inflow") ? KpiKind.SIGNED_FLOW : KpiKind.BALANCE;
            kpis.add(new Kpi(KPIS.get(k), label(LABELS.get(k), KPIS.get(k)), kind, formula("amount_" + k)));
        }
        Ratio ratio = new Ratio(
                "limit_utilisation", label("한도소진율", "Limit utilisation"), formula("amount_1"), formula("amount_0"));
        List<RadarSpec.AmountColumn> amounts = new ArrayList<>();
        for (int k = 0; k < KPIS.size(); k++) {
            amounts.add(new RadarSpec.AmountColumn("amount_" + k, label("금액" + k, "Amount " + k), true, false));
        }
        return new RadarSpec(
                "fixture",
                "0".repeat(64),
                label("시험", "Fixture"),
                new RadarSpec.MonthColumn("기준년월", "YYYYMM"),
                dimensions,
                amounts,
                List.of(),
                new KpiCatalog(kpis, List.of(ratio)),
                new MoneyUnit("KRW", 1e6, label("백만원", "million KRW")),
                "korea",
                SegmentHierarchy.standard(dimensions),
                new AlertPolicy(Map.of("deposits", 10.0), 0.05),
                new ActionPolicy(Map.of(), 3),
                3,
                MonitorPolicy.USUAL,
                AlikePolicy.USUAL,
                Optional.empty(),
                0);
    }

    private static MonthlySeries usdKrw() {
        NavigableMap<YearMonth, Double> values = new TreeMap<>();
        for (int m = 0; m < 60; m++) {
            values.put(YearMonth.of(2020, 7).plusMonths(m), 1200 + 3.0 * m);
        }
        return new MonthlySeries("usdkrw", label("원/달러 환율", "USD/KRW"), values, 0);
    }

    private static SegmentDimension dimension(String id, String ko, List<String> values) {
        return new SegmentDimension(id, ko, label(ko, id), "미상", values);
    }

    private static Label label(String ko, String en) {
        return new Label(ko, en);
    }

    private static KpiFormula formula(String column) {
        return new KpiFormula(List.of(new Term(1, column)));
    }

    private SegmentPanel panel() {
        List<SegmentKey> keys = new ArrayList<>();
        for (int i = 0; i < industries; i++) {
            for (String province : PROVINCES) {
                for (String grade : GRADES) {
                    keys.add(SegmentKey.of(i == 0 ? "제조/화학|기타" : "업종" + i, province, grade, "Y"));
                    keys.add(SegmentKey.of(i == 0 ? "제조/화학|기타" : "업종" + i, province, grade, "N"));
                }
            }
        }
        SegmentIndex index = new SegmentIndex(keys);
        Map<String, double[]> columns = new LinkedHashMap<>();
        double[] customers = new double[index.size() * months];
        for (int s = 0; s < index.size(); s++) {
            Arrays.fill(customers, s * months, (s + 1) * months, s % 5 == 4 ? 2 : 5 + s % 40);
        }
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        for (String kpi : KPIS) {
            columns.put(kpi, walk(index.size(), kpi.equals("net_inflow")));
        }
        double[] ratio = new double[customers.length];
        for (int i = 0; i < ratio.length; i++) {
            ratio[i] = i % 7 == 0 ? Double.NaN : 0.25;
        }
        columns.put("limit_utilisation", ratio);
        for (int k = 0; k < KPIS.size(); k++) {
            columns.put("amount_" + k, columns.get(KPIS.get(k)));
        }
        Set<String> additive = new LinkedHashSet<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        additive.addAll(KPIS);
        return SegmentPanel.of(index, MonthAxis.between(asOf.minusMonths(months - 1), asOf), columns, additive);
    }

    private double[] walk(int segments, boolean signed) {
        double[] values = new double[segments * months];
        for (int s = 0; s < segments; s++) {
            double level = 100 + random.nextInt(10_000);
            for (int m = 0; m < months; m++) {
                level *= 1 + 0.05 * random.nextGaussian();
                values[s * months + m] = signed ? level - 5_000 : level;
            }
        }
        return values;
    }

    private List<ForecastTable> tables(SegmentPanel history, YearMonth origin) {
        List<ForecastTable> tables = new ArrayList<>();
        for (SegmentLevel level : spec.hierarchy().levels()) {
            SegmentPanel nodes = history.rollUp(level);
            for (String kpi : KPIS) {
                for (Horizon horizon : Horizon.ALL) {
                    tables.add(table(level, nodes, kpi, origin, horizon));
                }
            }
        }
        return tables;
    }

    /** The last value grown by 1 % a month; adds up over levels because it is linear. */
    private static ForecastTable table(
            SegmentLevel level, SegmentPanel nodes, String kpi, YearMonth origin, Horizon horizon) {
        int n = nodes.segments();
        int q = ForecastTable.QUANTILES.size();
        double[] point = new double[n];
        double[] scale = new double[n];
        double[] quantiles = new double[n * q];
        String[] model = new String[n];
        int last = nodes.months().count() - 1;
        for (int s = 0; s < n; s++) {
            point[s] = nodes.column(kpi).value(s, last) * (1 + 0.01 * horizon.months());
            scale[s] = 1 + Math.abs(point[s]) * 0.05;
            model[s] = s % 2 == 0 ? "lightgbm" : "seasonal_naive";
            for (int i = 0; i < q; i++) {
                quantiles[s * q + i] = point[s] + scale[s] * 3 * (ForecastTable.QUANTILES.get(i) - 0.5);
            }
        }
        return new ForecastTable(level.id(), nodes.index(), kpi, origin, horizon, point, scale, quantiles, model);
    }

    private List<Alert> alerts(SegmentPanel panel) {
        List<Alert> alerts = new ArrayList<>();
        int last = panel.months().count() - 1;
        for (int s = 0; s < panel.segments(); s += 3) {
            double actual = panel.column("deposits").value(s, last);
            boolean drop = s % 2 == 0;
            double expected = actual * (drop ? 1.5 : 0.6);
            alerts.add(alert("segment", panel.index(), s, drop, actual, expected, s));
        }
        SegmentPanel industry = panel.rollUp(spec.hierarchy().level("industry"));
        double actual = industry.column("deposits").value(0, last);
        alerts.add(alert("industry", industry.index(), 0, true, actual, actual * 1.2, 0));
        return alerts;
    }

    private Alert alert(
            String level, SegmentIndex index, int row, boolean drop, double actual, double expected, int order) {
        AlertType type = drop ? AlertType.DROP : AlertType.SPIKE;
        return new Alert(
                asOf + ":" + level + ":" + index.id(row) + ":deposits:" + type,
                level,
                index.id(row),
                "deposits",
                asOf,
                type,
                Severity.values()[order % 4],
                actual,
                expected,
                expected * 0.9,
                expected * 1.1,
                0.001,
                Math.abs(actual - expected));
    }

    private static DriverAttribution attribution(Alert alert) {
        double residual = alert.residual();
        return new DriverAttribution(
                alert.id(),
                List.of(
                        new Driver(DriverKind.COMPONENT, "amount_0", label("요구불예금", "Demand deposits"), residual * 0.7),
                        new Driver(DriverKind.COMPONENT, "amount_1", label("거치식예금", "Term deposits"), residual * 0.3),
                        new Driver(DriverKind.VOLUME, "customers", label("고객 수 효과", "Volume effect"), residual * 0.4),
                        new Driver(DriverKind.RATE, "rate", label("고객당 금액 효과", "Rate effect"), residual * 0.6)));
    }

    private List<RecommendedAction> actions(SegmentPanel panel) {
        List<RecommendedAction> actions = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s += 4) {
            actions.add(action(panel.index(), s));
        }
        return actions;
    }

    private static PolicyFunnel funnel(SegmentIndex segments) {
        byte[] removedBy = new byte[segments.size() * 2];
        for (int i = 0; i < removedBy.length; i++) {
            removedBy[i] = (byte) (i % 4 - 1);
        }
        return new PolicyFunnel(segments, List.of("DEPOSIT_DEFENSE", "LOAN_OFFER"), removedBy);
    }

    private RecommendedAction action(SegmentIndex index, int s) {
        boolean planned = s % 8 == 0;
        ActionWorth worth = new ActionWorth(0.5, 1_000 - s, 0.01, 0.2, false, 0.1);
        return new RecommendedAction(
                asOf + ":" + index.id(s) + ":" + (planned ? "DEPOSIT_DEFENSE" : "LOAN_OFFER"),
                index.id(s),
                asOf,
                planned ? "DEPOSIT_DEFENSE" : "LOAN_OFFER",
                planned ? label("예금 방어", "Deposit defence") : label("대출 제안", "Loan offer"),
                planned ? "RETENTION" : "GROWTH",
                "deposits",
                new ActionDelivery("rm", "visit", asOf.plusMonths(1).atDay(15), 2),
                worth,
                new ActionPriority(Urgency.values()[0], 1, 1, 1, worth.value(), s / 4 + 1),
                Optional.empty(),
                label("예금이 줄었습니다, \"급감\"", "Deposits fell"),
                List.of(label("만기 확인", "Check maturities")),
                planned
                        ? new ActionDecision.Planned()
                        : new ActionDecision.Dropped(PolicyStage.values()[0], label("시간 부족", "No time left")));
    }

    private static AccuracyReport accuracy() {
        List<AccuracyReport.Row> rows = new ArrayList<>();
        for (String kpi : KPIS) {
            for (Horizon horizon : Horizon.ALL) {
                rows.add(new AccuracyReport.Row(
                        kpi,
                        horizon.months(),
                        "segment",
                        AccuracyReport.ALL_SIZES,
                        AccuracyReport.PUBLISHED,
                        100,
                        0.1,
                        0.9,
                        1.0,
                        -0.01,
                        0.95,
                        0.98,
                        0.8,
                        0.9,
                        12.5,
                        0.4,
                        0.02,
                        0.07,
                        Double.NaN));
            }
        }
        return new AccuracyReport(rows);
    }

    private IngestReport ingest() {
        return new IngestReport(
                List.of(new IngestReport.InputFile("bank.csv", "a".repeat(64), "MS949", 1_000, 500, 1)),
                List.of(new IngestReport.Reject("bank.csv", 7, "deposits", "abc", "not a number")),
                List.of("사업장_시군구"));
    }

    private RunManifest manifest(SegmentPanel panel) {
        return new RunManifest(
                asOf + "-fixture" + industries,
                asOf,
                Instant.parse("2025-01-05T03:00:00Z"),
                new RunManifest.Versions("1.0.0", "17", "4.3.0", "Linux", "amd64"),
                spec.name(),
                spec.sha256(),
                ingest().files(),
                panel.segments(),
                months,
                42,
                2,
                Map.of(RunProgress.Stage.INGEST, 1.5),
                Optional.empty(),
                List.of(),
                0.1,
                7,
                List.of(new RunManifest.Series("usdkrw", 0, "b".repeat(64))));
    }
}
