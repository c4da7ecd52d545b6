package io.segmentradar.http.api;

import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code GET /api/monitor/}: every check of input, forecasts and alerts with its verdict, and the reasons to train new
 * models. Figures of the whole bank: a reader with a scope does not get them.
 */
final class MonitorEndpoint {
    private MonitorEndpoint() {}

    static Answer answer(Query query) {
        if (query.view().visibility().isScoped()) {
            throw new Problem(
                    403, "forbidden", "Forbidden", "Drift is judged over the whole bank and cannot be split by scope");
        }
        Params params = query.params();
        var area = params.constant("area", MonitorArea.class);
        var status = params.constant("status", DriftStatus.class);
        MonitorReport report = query.view().run().monitor();
        List<DriftCheck> checks = report.checks().stream()
                .filter(check -> area.map(wanted -> wanted == check.area()).orElse(true)
                        && status.map(wanted -> wanted == check.status()).orElse(true))
                .toList();
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("month", query.view().run().manifest().asOf());
        head.put("summary", summary(report));
        head.put("triggers", report.triggers().stream().map(Wire::fields).toList());
        return new Answer.Listing<>("checks", head, checks, 0, checks.size(), Wire::fields);
    }

    /** Number of checks by area and status, both in lower case. */
    private static Map<String, Object> summary(MonitorReport report) {
        Map<String, Object> areas = new LinkedHashMap<>();
        for (MonitorArea area : MonitorArea.values()) {
            Map<String, Object> counts = new LinkedHashMap<>();
            for (DriftStatus status : DriftStatus.values()) {
                counts.put(status.name().toLowerCase(Locale.ROOT), report.count(area, status));
            }
            areas.put(area.name().toLowerCase(Locale.ROOT), counts);
        }
        return areas;
    }
}
