package io.segmentradar.http.api;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /api/runs/…}: which runs there are and where their numbers come from. */
final class RunEndpoints {
    private static final int REJECTS_SHOWN = 200;

    private RunEndpoints() {}

    static Answer list(List<RunSummary> runs, Params params) {
        Answer.Page page = Answer.Page.of(params, 50);
        return Answer.paged("runs", page, runs, Wire::fields);
    }

    static Answer detail(RadarRun run) {
        Map<String, Object> json = Wire.fields(RunSummary.of(run));
        json.put("manifest", Wire.fields(run.manifest()));
        Map<String, Object> quality = new LinkedHashMap<>();
        quality.put("rows", run.ingest().rows());
        quality.put("reject_rate", run.ingest().rejectRate());
        quality.put("files", run.ingest().files().stream().map(Wire::fields).toList());
        quality.put("ignored_columns", run.ingest().ignoredColumns());
        quality.put("reject_count", run.ingest().rejects().size());
        quality.put(
                "rejects",
                run.ingest().rejects().stream()
                        .limit(REJECTS_SHOWN)
                        .map(Wire::fields)
                        .toList());
        json.put("data_quality", quality);
        return new Answer.Document(json);
    }
}
