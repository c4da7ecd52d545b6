package io.segmentradar.nba.rule;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.fx.FxMarket;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.fx.FxSegment;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** The month under review, indexed for reading segment by segment. */
public final class MonthSnapshot {
    private final ActionContext context;
    private final Map<SegmentId, List<Alert>> alerts;
    private final Map<String, Map<Integer, Optional<ForecastTable>>> tables = new HashMap<>();
    private final Optional<FxRegime> fx;
    private final Map<SegmentId, FxSegment> exposed;

    public MonthSnapshot(ActionContext context) {
        this.context = context;
        this.alerts = context.alerts().stream()
                .filter(alert -> alert.level().equals(SegmentHierarchy.SEGMENT))
                .sorted(Comparator.comparing(Alert::severity)
                        .thenComparing(Comparator.comparingDouble(Alert::impact).reversed())
                        .thenComparing(Alert::id))
                .collect(Collectors.groupingBy(Alert::segment));
        this.fx = regime(context);
        this.exposed = context.fx().segments().stream().collect(Collectors.toMap(FxSegment::id, segment -> segment));
    }

    public SegmentView segment(int row) {
        return new SegmentView(this, row);
    }

    ActionContext context() {
        return context;
    }

    SegmentPanel panel() {
        return context.panel();
    }

    YearMonth month() {
        return context.panel().months().last();
    }

    /** The regime that the run found, or that of the rate alone. */
    public static Optional<FxRegime> regime(ActionContext context) {
        return context.fx()
                .market()
                .map(FxMarket::now)
                .or(() -> FxRegime.among(
                        context.covariates(), context.panel().months().last()));
    }

    /** A segment's FX business; empty without any. */
    Optional<FxSegment> exposed(SegmentId segment) {
        return Optional.ofNullable(exposed.get(segment));
    }

    /** Probability of a large move of the rate next month; empty without a model of it. */
    OptionalDouble largeMove() {
        return context.fx()
                .market()
                .flatMap(FxMarket::hidden)
                .map(hidden -> OptionalDouble.of(hidden.largeMoveProbability()))
                .orElse(OptionalDouble.empty());
    }

    Optional<FxRegime> fx() {
        return fx;
    }

    /** Alerts of one segment, worst first. */
    List<Alert> alerts(SegmentId segment) {
        return alerts.getOrDefault(segment, List.of());
    }

    /** The forecasts published at the month under review. */
    Optional<ForecastTable> table(String kpi, Horizon horizon) {
        return tables.computeIfAbsent(kpi, k -> new HashMap<>())
                .computeIfAbsent(
                        horizon.months(),
                        h -> context.published().table(SegmentHierarchy.SEGMENT, kpi, month(), horizon));
    }
}
