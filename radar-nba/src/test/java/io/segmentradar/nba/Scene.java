package io.segmentradar.nba;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.outcome.PastAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxReport;
import io.segmentradar.core.fx.FxScores;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.features.spec.SpecLoader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** A few segments of the {@code imbank} spec in one month, each quiet until a test says otherwise. */
final class Scene {
    static final RadarSpec SPEC = new SpecLoader().load("imbank");
    static final YearMonth MONTH = YearMonth.of(2024, 12);
    private static final int MONTHS = 14;

    private final List<Segment> segments = new ArrayList<>();
    private final List<MonthlySeries> covariates = new ArrayList<>();
    private final List<PastAction> history = new ArrayList<>();
    private ActionPolicy policy = SPEC.actions();
    private double controlShare;
    private double fxOpportunity = 80;
    private double fxRisk = 80;

    /** A segment with level figures: nothing grows, nothing falls, nothing is odd. */
    static final class Segment {
        private final SegmentKey key;
        private final Map<String, double[]> columns = new LinkedHashMap<>();
        private final Map<String, double[]> forecasts = new HashMap<>();
        private final List<Alert> alerts = new ArrayList<>();

        SegmentKey key() {
            return key;
        }

        private Segment(SegmentKey key) {
            this.key = key;
            level(SegmentPanel.CUSTOMER_COUNT, 11);
            level("deposits", 500).level("loans", 300).level("card_spend", 50).level("digital_amount", 400);
            level("net_inflow", 1).level("fx_amount", 0);
            level("limit_utilisation", 0.4).level("digital_share", 0.6).level("auto_transfer_share", 0.2);
            SPEC.amounts().forEach(amount -> level(amount.column(), 0));
            level("여신한도금액", 750).level("창구거래금액", 100).level("ATM거래금액", 20);
        }

        /** The same value in all months and in the forecasts. */
        Segment level(String column, double value) {
            double[] series = new double[MONTHS];
            Arrays.fill(series, value);
            columns.put(column, series);
            forecasts.put(column, new double[] {value, value, value});
            return this;
        }

        /** Values of the last months; the earlier ones are as the first of them. */
        Segment ends(String column, double... last) {
            level(column, last[0]);
            System.arraycopy(last, 0, columns.get(column), MONTHS - last.length, last.length);
            return expects(column, last[last.length - 1]);
        }

        /** Forecast at all horizons. */
        Segment expects(String kpi, double point) {
            forecasts.put(kpi, new double[] {point, point, point});
            return this;
        }

        Segment alert(String kpi, AlertType type, Severity severity, double expected) {
            double actual = columns.get(kpi)[MONTHS - 1];
            alerts.add(new Alert(
                    MONTH + "/segment/" + key.id() + "/" + kpi + "/" + type,
                    SegmentHierarchy.SEGMENT,
                    key.id(),
                    kpi,
                    MONTH,
                    type,
                    severity,
                    actual,
                    expected,
                    expected * 0.9,
                    expected * 1.1,
                    0.001,
                    Math.abs(actual - expected)));
            return this;
        }
    }

    Segment segment(String industry, String province, String grade, String dedicated) {
        Segment segment = new Segment(SegmentKey.of(industry, province, grade, dedicated));
        segments.add(segment);
        return segment;
    }

    Segment segment() {
        return segment("제조업", "대구광역시", "우수", "N");
    }

    Scene policy(ActionPolicy other) {
        policy = other;
        return this;
    }

    Scene history(PastAction... actions) {
        history.addAll(List.of(actions));
        return this;
    }

    Scene controlShare(double share) {
        controlShare = share;
        return this;
    }

    /** An exchange rate that was calm, and then in the last month moved by {@code move}; or has always gone to and fro. */
    Scene rate(double move, boolean volatileBefore) {
        TreeMap<YearMonth, Double> rates = new TreeMap<>();
        for (int m = 0; m < 60; m++) {
            double swing = volatileBefore ? 0.04 : 0.001 * (1 + m % 7);
            rates.put(MONTH.minusMonths(59L - m), 1000 * (1 + (m % 2) * swing));
        }
        for (int m = 3; m >= 0; m--) {
            rates.put(MONTH.minusMonths(m), 1300.0 + m * 0.001);
        }
        rates.put(MONTH, 1300 * (1 + move));
        covariates.add(new MonthlySeries(FxRegime.SERIES, new Label("원/달러", "USD/KRW"), rates, 0));
        return this;
    }

    /** Scores of every segment with exports or imports in the month, once there is a rate; 80 each otherwise. */
    Scene fxScores(double opportunity, double risk) {
        fxOpportunity = opportunity;
        fxRisk = risk;
        return this;
    }

    private FxReport fx(SegmentPanel panel) {
        Optional<FxRegime> now = FxRegime.among(covariates, MONTH);
        List<FxSegment> exposed = new ArrayList<>();
        for (int s = 0; s < panel.segments(); s++) {
            double exports = panel.column("외환_수출실적금액").value(s, MONTHS - 1);
            double imports = panel.column("외환_수입실적금액").value(s, MONTHS - 1);
            if (exports + imports > 0) {
                exposed.add(new FxSegment(
                        panel.index().id(s), exports, imports, 0, List.of(), now.map(regime -> scores())));
            }
        }
        return now.map(regime -> new FxReport(
                        FxReport.Status.KNOWN,
                        Optional.of(new FxMarket(regime, 0, OptionalDouble.empty(), List.of(regime), Optional.empty())),
                        exposed))
                .orElse(new FxReport(FxReport.Status.NO_RATE, Optional.empty(), exposed));
    }

    private FxScores scores() {
        Map<FxFactor, Double> shares = new EnumMap<>(FxFactor.class);
        for (FxFactor factor : FxFactor.values()) {
            shares.put(factor, 0.2);
        }
        return new FxScores(fxOpportunity, fxRisk, shares, shares);
    }

    ActionContext context() {
        SegmentIndex index =
                new SegmentIndex(segments.stream().map(segment -> segment.key).toList());
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (Segment segment : segments) {
            int row = index.row(segment.key.id()).orElseThrow();
            segment.columns.forEach((name, series) -> System.arraycopy(
                    series,
                    0,
                    columns.computeIfAbsent(name, n -> new double[index.size() * MONTHS]),
                    row * MONTHS,
                    MONTHS));
        }
        SegmentPanel panel = SegmentPanel.of(
                index, MonthAxis.between(MONTH.minusMonths(MONTHS - 1L), MONTH), columns, columns.keySet());
        List<Alert> alerts =
                segments.stream().flatMap(segment -> segment.alerts.stream()).toList();
        return new ActionContext(
                panel,
                SPEC.hierarchy(),
                SPEC.kpis(),
                SPEC.unit(),
                new ForecastSet(tables(index)),
                alerts,
                policy,
                covariates,
                history,
                42,
                controlShare,
                SPEC.calendar(),
                fx(panel));
    }

    private List<ForecastTable> tables(SegmentIndex index) {
        List<ForecastTable> tables = new ArrayList<>();
        for (String kpi : SPEC.kpis().ids()) {
            for (Horizon horizon : Horizon.ALL) {
                tables.add(table(index, kpi, horizon));
            }
        }
        return tables;
    }

    private ForecastTable table(SegmentIndex index, String kpi, Horizon horizon) {
        int q = ForecastTable.QUANTILES.size();
        double[] point = new double[index.size()];
        double[] scale = new double[index.size()];
        double[] quantiles = new double[index.size() * q];
        String[] model = new String[index.size()];
        for (Segment segment : segments) {
            int row = index.row(segment.key.id()).orElseThrow();
            point[row] = segment.forecasts.get(kpi)[horizon.months() - 1];
            scale[row] = 1 + 0.1 * Math.abs(point[row]);
            model[row] = "fixture";
            for (int i = 0; i < q; i++) {
                quantiles[row * q + i] = point[row] + (2 * ForecastTable.QUANTILES.get(i) - 1) * scale[row];
            }
        }
        return new ForecastTable(SegmentHierarchy.SEGMENT, index, kpi, MONTH, horizon, point, scale, quantiles, model);
    }

    ActionReport recommend() {
        return new NextBestAction().recommend(context());
    }
}
