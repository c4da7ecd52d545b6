package io.segmentradar.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.scenario.Scenario;
import io.segmentradar.core.scenario.ScenarioException;
import io.segmentradar.core.scenario.ScenarioRunner;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.http.wire.Payload;
import io.segmentradar.http.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code GET /api/scenarios/}: what can be changed; {@code POST /api/scenarios/}: begins to run the run's models on changed
 * inputs; {@code GET /api/scenarios/jobs/}: how far that is, and the answer. Nothing is stored. Only for readers from whom
 * nothing of the run is withheld.
 */
final class ScenarioEndpoint {
    private static final long BASE_BYTES = 200L << 20;
    private static final long BYTES_A_FIGURE = 1_000;

    /** What the collector keeps for itself counts in -Xmx but not in what the JVM says it has. */
    private static final double SET_ASIDE = 1.25;

    private final RadarApi api;
    private final ScenarioJobs jobs;

    ScenarioEndpoint(RadarApi api, ScenarioJobs jobs) {
        this.api = api;
        this.jobs = jobs;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/scenarios/", this::begin);
        routes.get("/api/scenarios/jobs/", this::latest);
        routes.get("/api/scenarios/jobs/{id}/", this::job);
    }

    static Answer inputs(Query query) {
        requireAll(query);
        RadarRun run = query.view().run();
        Map<String, Object> json = new LinkedHashMap<>();
        List<Object> series = new ArrayList<>();
        for (MonthlySeries one : run.covariates()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("id", one.id());
            fields.put("label", one.label());
            fields.put("value", Wire.number(one.knownAt(run.manifest().asOf())));
            fields.put(
                    "used_for",
                    run.manifest().covariates().stream()
                            .filter(verdict -> verdict.covariate().equals(one.id()) && verdict.used())
                            .map(verdict -> verdict.kpi())
                            .toList());
            series.add(fields);
        }
        json.put("covariates", series);
        json.put(
                "assumptions",
                run.spec().actions().catalog().assumptions().stream()
                        .map(Wire::fields)
                        .toList());
        return new Answer.Document(json);
    }

    private static void requireAll(Query query) {
        requireAll(query.view().visibility());
    }

    private static void requireAll(Visibility visibility) {
        if (visibility.isScoped() || visibility.minCustomers() > 0) {
            throw new Problem(
                    403, "forbidden", "Forbidden", "Scenarios are for readers from whom nothing of a run is withheld");
        }
    }

    private void begin(Context ctx) {
        Params params = new Params(ctx.queryParamMap());
        Query query = api.query(ctx, api.snapshot(params), RadarApi.reader(ctx), params);
        params.rejectUnknown();
        requireAll(query);
        RadarRun run = query.view().run();
        ScenarioBody body = new ScenarioBody(ctx);
        Scenario scenario = body.scenario();
        String level = body.level(
                run.spec().hierarchy().levels().stream().map(SegmentLevel::id).toList());
        try {
            ScenarioRunner.requireKnown(run, scenario);
        } catch (ScenarioException e) {
            throw Problem.badBody(e.getMessage());
        }
        requireRoom(run);
        ScenarioJob job = jobs.start(
                run,
                new ScenarioJob.Question(
                        run.manifest().runId(),
                        scenario,
                        level,
                        body.json(),
                        RadarApi.reader(ctx).name()));
        ctx.status(202);
        ctx.header("Location", "/api/scenarios/jobs/" + job.id() + "/");
        RadarApi.respond(ctx, Payload.json(job.fields(true)));
    }

    private void latest(Context ctx) {
        new Params(ctx.queryParamMap()).rejectUnknown();
        requireAll(RadarApi.reader(ctx).visibility());
        RadarApi.respond(
                ctx,
                Payload.json(Map.of(
                        "jobs",
                        jobs.latest().stream().map(job -> job.fields(false)).toList())));
    }

    private void job(Context ctx) {
        new Params(ctx.queryParamMap()).rejectUnknown();
        requireAll(RadarApi.reader(ctx).visibility());
        String id = ctx.pathParam("id");
        ScenarioJob job = jobs.find(id).orElseThrow(() -> Problem.notFound("scenario", id));
        RadarApi.respond(ctx, Payload.json(job.fields(true)));
    }

    /** A server is small; forecasting is not. Refused in words rather than out of memory half-way. */
    private static void requireRoom(RadarRun run) {
        long figures = (long) run.panel().segments()
                * run.panel().months().count()
                * run.spec().kpis().kpis().size();
        long needed = BASE_BYTES + BYTES_A_FIGURE * figures;
        if (Runtime.getRuntime().maxMemory() < needed) {
            long heap = (long) (SET_ASIDE * needed) >> 20;
            throw new Problem(
                    503,
                    "too-little-memory",
                    "Too little memory",
                    "Scenarios of this run need a heap of about " + heap + " MB; start the server with -Xmx" + heap
                            + "m, or use 'radar scenario'");
        }
    }
}
