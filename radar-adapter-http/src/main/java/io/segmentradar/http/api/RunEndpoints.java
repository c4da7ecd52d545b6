package io.segmentradar.http.api;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.http.access.Reader;
import io.segmentradar.http.access.Role;
import io.segmentradar.http.wire.Wire;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code GET /api/runs/…}: which runs there are and where their numbers come from. */
final class RunEndpoints {
    private static final int REJECTS_SHOWN = 200;
    private static final List<String> BANK_WIDE = List.of("segments", "alerts", "actions");

    private RunEndpoints() {}

    static Answer list(List<RunSummary> runs, Params params, Reader reader) {
        Answer.Page page = Answer.Page.of(params, 50);
        return Answer.paged("runs", page, runs, run -> summary(run, reader));
    }

    /** Counts over the whole bank are not for a reader who sees a part of it. */
    private static Map<String, Object> summary(RunSummary run, Reader reader) {
        Map<String, Object> json = Wire.fields(run);
        if (reader.visibility().isScoped()) {
            BANK_WIDE.forEach(name -> json.put(name, null));
        }
        return json;
    }

    static Answer detail(RadarRun run, Reader reader) {
        Map<String, Object> json = summary(RunSummary.of(run), reader);
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
                        .limit(mayLookAtRows(reader) ? REJECTS_SHOWN : 0)
                        .map(Wire::fields)
                        .toList());
        json.put("data_quality", quality);
        return new Answer.Document(json);
    }

    /** Rejected rows hold raw values of customers. */
    private static boolean mayLookAtRows(Reader reader) {
        return reader.role() == Role.ANALYST || reader.role() == Role.ADMIN;
    }
}
