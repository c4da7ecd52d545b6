package io.segmentradar.http.api;

import io.javalin.http.Context;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.scenario.Scenario;
import io.segmentradar.core.scenario.ScenarioException;
import io.segmentradar.core.scenario.ScenarioOutcome;
import io.segmentradar.core.scenario.ScenarioRunner;
import io.segmentradar.core.segment.SegmentLevel;
import io.segmentradar.http.wire.Payload;
import io.segmentradar.http.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.concurrent.Semaphore;

/**
 * {@code GET /api/scenarios/}: what can be changed; {@code POST /api/scenarios/}: the run's models on changed inputs,
 * beside the base. Nothing is stored. Only for readers from whom nothing of the run is withheld.
 */
final class ScenarioEndpoint {
    private static final long BASE_BYTES = 200L << 20;
    private static final long BYTES_A_FIGURE = 1_000;

    /** What the collector keeps for itself counts in -Xmx but not in what the JVM says it has. */
    private static final double SET_ASIDE = 1.25;

    private final RadarApi api;
    private final Optional<ModelRegistry> models;

    /** Forecasting takes all cores for a while: one at a time, others are asked to come again. */
    private final Semaphore turn = new Semaphore(1);

    /** Null until the first question about a run. Used by one thread at a time. */
    private volatile ScenarioRunner runner;

    ScenarioEndpoint(RadarApi api, Optional<ModelRegistry> models) {
        this.api = api;
        this.models = models;
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
        if (query.view().visibility().isScoped() || query.view().visibility().minCustomers() > 0) {
            throw new Problem(
                    403, "forbidden", "Forbidden", "Scenarios are for readers from whom nothing of a run is withheld");
        }
    }

    void answer(Context ctx) {
        Params params = new Params(ctx.queryParamMap());
        Query query = api.query(ctx, api.snapshot(params), RadarApi.reader(ctx), params);
        params.rejectUnknown();
        requireAll(query);
        RadarRun run = query.view().run();
        ScenarioBody body = new ScenarioBody(ctx);
        Scenario scenario = body.scenario();
        String level = body.level(
                run.spec().hierarchy().levels().stream().map(SegmentLevel::id).toList());
        requireRoom(run);
        if (!turn.tryAcquire()) {
            throw new Problem(503, "busy", "Busy", "Another scenario is being made; try again in a minute");
        }
        try {
            ScenarioOutcome outcome = runner(run).run(scenario);
            RadarApi.respond(ctx, Payload.json(ScenarioFields.of(outcome, level)));
        } catch (ScenarioException e) {
            throw Problem.badBody(e.getMessage());
        } finally {
            turn.release();
        }
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

    private ScenarioRunner runner(RadarRun run) {
        ScenarioRunner known = runner;
        if (known == null || !known.runId().equals(run.manifest().runId())) {
            Optional<String> id = run.manifest().models().map(RunManifest.Models::id);
            known = new ScenarioRunner(
                    part(ForecastEngine.class),
                    ServiceLoader.load(AlertRule.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList(),
                    part(ActionRecommender.class),
                    run,
                    models.flatMap(registry -> id.flatMap(registry::archive)));
            runner = known;
        }
        return known;
    }

    private static <T> T part(Class<T> port) {
        return ServiceLoader.load(port)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        501,
                        "no-engine",
                        "Cannot forecast",
                        "This server has no " + port.getSimpleName() + " on its class path"));
    }
}
