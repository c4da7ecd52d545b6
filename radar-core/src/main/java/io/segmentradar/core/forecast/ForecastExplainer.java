package io.segmentradar.core.forecast;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.List;

/** Says why forecasts came out as they did. */
public interface ForecastExplainer extends AutoCloseable {
    /**
     * Explanations in the order of the requests; a forecast that cannot be explained has an empty list of
     * contributions.
     */
    List<Explanation> explain(List<Request> requests);

    @Override
    void close();

    /** Names one forecast of a past or published set. */
    record Request(String level, SegmentId segment, String kpi, YearMonth origin, Horizon horizon) {}

    /**
     * Contributions, in the money unit, that add up to {@code forecast − last known value}.
     *
     * @param lastValue value at the origin
     */
    record Explanation(Request request, double lastValue, double forecast, List<Contribution> contributions) {
        public Explanation {
            contributions = List.copyOf(contributions);
        }
    }

    /**
     * @param group id of the banking driver, such as {@code momentum}, {@code seasonality}, {@code customers}
     * @param feature label of the single feature in words a banker uses
     */
    record Contribution(String group, Label groupLabel, Label feature, double money) {}
}
