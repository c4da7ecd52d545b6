package io.segmentradar.http.api;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.view.ClusterProfile;
import io.segmentradar.core.view.ClusterProfiles;
import io.segmentradar.core.view.SegmentRow;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /api/clusters/}: groups of alike segments with what they are like, their alerts and best actions. */
final class ClusterEndpoint {
    private ClusterEndpoint() {}

    static Answer list(Query query) {
        Grouping grouping = query.view().run().alike().grouping();
        ClusterProfiles profiles = new ClusterProfiles(query.view());
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("month", query.view().run().manifest().asOf());
        head.put("trials", grouping.trials().stream().map(Wire::fields).toList());
        head.put(
                "outliers",
                profiles.outliers().stream().map(row -> outlier(grouping, row)).toList());
        List<ClusterProfile> found = profiles.profiles();
        return new Answer.Listing<>("clusters", head, found, 0, found.size(), ClusterEndpoint::fields);
    }

    private static Map<String, Object> outlier(Grouping grouping, SegmentRow row) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("segment_id", row.id());
        json.put(
                "cluster",
                grouping.cluster(row.row()).map(cluster -> cluster.number()).orElse(null));
        json.put("distance", grouping.distance(row.row()));
        json.put(
                "unusual",
                grouping.unusual(row.row()).map(ClusterEndpoint::aspect).orElse(null));
        return json;
    }

    static Map<String, Object> aspect(Aspect aspect) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", aspect.name());
        json.put("label", Wire.fields(aspect.label()));
        return json;
    }

    private static Map<String, Object> fields(ClusterProfile profile) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("cluster", profile.cluster().number());
        json.put("name", Wire.fields(profile.cluster().name()));
        json.put("segments", profile.segments());
        json.put("outliers", profile.outliers());
        Map<String, Object> figures = new LinkedHashMap<>();
        profile.figures().forEach((id, figure) -> {
            Map<String, Object> values = new LinkedHashMap<>();
            values.put("value", Wire.number(figure.value()));
            values.put("year_on_year", Wire.number(figure.yearOnYearRate()));
            figures.put(id, values);
        });
        json.put("figures", figures);
        json.put("traits", profile.cluster().traits().stream().map(Wire::fields).toList());
        json.put("keys", profile.keys().stream().map(ClusterEndpoint::key).toList());
        Map<String, Object> alerts = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            alerts.put(severity.name(), profile.alerts().getOrDefault(severity, 0));
        }
        json.put("alerts", alerts);
        json.put("actions", profile.actions().stream().map(Wire::fields).toList());
        return json;
    }

    private static Map<String, Object> key(ClusterProfile.KeyShare share) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("dimension", share.dimension().id());
        json.put("label", Wire.fields(share.dimension().label()));
        json.put("value", share.value());
        json.put("share", share.share());
        json.put("overall", share.overall());
        return json;
    }
}
