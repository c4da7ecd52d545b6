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
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code GET /api/scenarios/}: what can be changed; {@code POST /api/scenarios/}: runs the run's models on changed inputs, or
 * begins to where that takes long; {@code GET /api/scenarios/jobs/}: how far that is, and the answer. Nothing is stored. Only for readers from whom
 * nothing of the run is withheld.
 */
final class ScenarioEndpoint {
    private static final long BASE_BYTES = 200L << 20;
    private static final long BYTES_A_FIGURE = 1_000;

    /** What the collector keeps for itself counts in -Xmx but not in what the JVM says it has. */
    private static final double SET_ASIDE = 1.25;

    /** Proxies end a request after a minute. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(45);

    private static final Pattern WAIT = Pattern.compile("(?i)\\bwait\\s*=\\s*\"?(\\d{1,6})");

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
        ctx.header("Location", "/api/scenarios/jobs/" + job.id() + "/");
        ctx.future(() -> job.within(wait(ctx.header("Prefer"))).thenAccept(it -> tell(ctx, it)));
    }

    private static void tell(Context ctx, ScenarioJob job) {
        Optional<Map<String, Object>> result = job.result();
        if (result.isEmpty()) {
            ctx.status(202);
        }
        RadarApi.respond(ctx, Payload.json(result.orElseGet(() -> job.fields(true))));
    }

    /** How long the caller wants to wait, by RFC 7240: {@code respond-async} or {@code wait=SECONDS}; the longest if unsaid. */
    private static Duration wait(String prefer) {
        if (prefer == null) {
            return LONGEST_WAIT;
        }
        Matcher seconds = WAIT.matcher(prefer);
        if (seconds.find()) {
            Duration wanted = Duration.ofSeconds(Integer.parseInt(seconds.group(1)));
            return wanted.compareTo(LONGEST_WAIT) < 0 ? wanted : LONGEST_WAIT;
        }
        return prefer.toLowerCase(Locale.ROOT).contains("respond-async") ? Duration.ZERO : LONGEST_WAIT;
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
