package io.segmentradar.http.api;

import io.javalin.http.Context;
import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.action.plan.PlanPolicy;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.http.wire.Payload;
import io.segmentradar.http.wire.Wire;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.Semaphore;

/**
 * {@code POST /api/plan/}: what the month would look like with more or fewer hours of some roles. Nothing is stored.
 * The stored run keeps neither the series from outside the bank nor the history of actions, so that the present hours are
 * planned again in the same way: both plans of the answer are comparable with each other.
 */
final class WhatIfEndpoint {
    private static final double MOST = 5;
    private static final int SHOWN = 50;

    private final RadarApi api;

    /** A plan takes both cores for a while: one at a time, others are asked to come again. */
    private final Semaphore turn = new Semaphore(1);

    /** Null until the first question. */
    private volatile Present present;

    WhatIfEndpoint(RadarApi api) {
        this.api = api;
    }

    void answer(Context ctx) {
        Params params = new Params(ctx.queryParamMap());
        Query query = api.query(ctx, api.snapshot(params), RadarApi.reader(ctx), params);
        params.rejectUnknown();
        if (query.view().visibility().isScoped()) {
            throw PlanEndpoint.scoped();
        }
        RadarRun run = query.view().run();
        Map<String, Double> factors = factors(Body.of(ctx, "hours"), run);
        ActionRecommender recommender = ServiceLoader.load(ActionRecommender.class)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        501,
                        "no-recommender",
                        "Cannot plan",
                        "This server has no action recommender on its class path"));
        if (!turn.tryAcquire()) {
            throw new Problem(503, "busy", "Busy", "Another plan is being made; try again in a few seconds");
        }
        try {
            ActionReport now = present(run, recommender);
            ActionReport then = recommender.recommend(context(run, factors));
            RadarApi.respond(ctx, Payload.json(compare(query, now, then)));
        } finally {
            turn.release();
        }
    }

    /** The plan at the present hours, made once a run. Called by one thread at a time. */
    private ActionReport present(RadarRun run, ActionRecommender recommender) {
        Present known = present;
        if (known == null || !known.runId().equals(run.manifest().runId())) {
            known = new Present(run.manifest().runId(), recommender.recommend(context(run, Map.of())));
            present = known;
        }
        return known.report();
    }

    private record Present(String runId, ActionReport report) {}

    /** Roles to the factor by which their hours change. */
    private static Map<String, Double> factors(Body body, RadarRun run) {
        Map<String, Double> factors = body.numbers("hours");
        var known = run.spec().actions().plan().hours().keySet();
        factors.forEach((role, factor) -> {
            if (!known.contains(role)) {
                throw Problem.badBody("'hours' does not know the role '" + role + "'; known: " + known);
            }
            if (!(factor >= 0 && factor <= MOST)) {
                throw Problem.badBody("The factor of '" + role + "' must be from 0 to " + MOST + ", got " + factor);
            }
        });
        return factors;
    }

    private static ActionContext context(RadarRun run, Map<String, Double> factors) {
        return new ActionContext(
                run.panel(),
                run.spec().hierarchy(),
                run.spec().kpis(),
                run.spec().unit(),
                run.published(),
                run.alerts(),
                withHours(run.spec().actions(), factors),
                List.of(),
                List.of(),
                run.manifest().seed(),
                0,
                run.spec().calendar(),
                run.fx());
    }

    private static ActionPolicy withHours(ActionPolicy policy, Map<String, Double> factors) {
        PlanPolicy plan = policy.plan();
        Map<String, Map<String, Double>> hours = new LinkedHashMap<>();
        plan.hours().forEach((role, areas) -> {
            Map<String, Double> changed = new LinkedHashMap<>();
            areas.forEach((area, h) -> changed.put(area, h * factors.getOrDefault(role, 1.0)));
            hours.put(role, changed);
        });
        PlanPolicy changed = new PlanPolicy(
                plan.areaDimension(),
                hours,
                plan.categoryLimits(),
                plan.maxPerSegment(),
                plan.maxPerSegmentAndCategory(),
                plan.maxTypeShare(),
                plan.diversityDimension(),
                plan.maxDiversityShare());
        return new ActionPolicy(policy.parameters(), policy.catalog(), policy.arbitration(), policy.contact(), changed);
    }

    private static Map<String, Object> compare(Query query, ActionReport now, ActionReport then) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("now", PlanEndpoint.fields(now.plan()));
        json.put("then", PlanEndpoint.fields(then.plan()));
        json.put("added", difference(query, then, now));
        json.put("dropped", difference(query, now, then));
        return json;
    }

    /** Actions planned in the first report only: how many, what they are worth, and the first of them. */
    private static Map<String, Object> difference(Query query, ActionReport report, ActionReport other) {
        List<String> had =
                planned(other).stream().map(RecommendedAction::id).sorted().toList();
        List<RecommendedAction> only = planned(report).stream()
                .filter(action -> Collections.binarySearch(had, action.id()) < 0)
                .toList();
        List<Map<String, Object>> shown = new ArrayList<>();
        for (RecommendedAction action : only.subList(0, Math.min(SHOWN, only.size()))) {
            boolean masked = query.view()
                    .segment(action.segment())
                    .map(segment -> segment.masked())
                    .orElse(true);
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("action_id", action.id());
            fields.put("segment_id", action.segment());
            fields.put("title", Wire.fields(action.title()));
            fields.put("owner", action.delivery().owner());
            fields.put("hours", action.delivery().hours());
            fields.put("value", masked ? null : action.worth().value());
            shown.add(fields);
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("count", only.size());
        json.put(
                "value",
                only.stream().mapToDouble(action -> action.worth().value()).sum());
        json.put("actions", shown);
        return json;
    }

    private static List<RecommendedAction> planned(ActionReport report) {
        return report.actions().stream().filter(RecommendedAction::isPlanned).toList();
    }
}
