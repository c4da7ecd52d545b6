package io.segmentradar.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.segmentradar.core.RadarException;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.run.RunSummary;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.http.access.Reader;
import io.segmentradar.http.snapshot.LiveCases;
import io.segmentradar.http.snapshot.RunSnapshots;
import io.segmentradar.http.snapshot.Snapshot;
import io.segmentradar.http.wire.Payload;
import io.segmentradar.http.wire.TableFormat;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The endpoints of the API. */
public final class RadarApi {
    /** Context attribute with the {@link Reader} of a request. */
    public static final String READER = "reader";

    private static final Logger LOG = LoggerFactory.getLogger(RadarApi.class);

    private final Map<String, Function<Query, Answer>> readers = new ConcurrentHashMap<>();
    private final RunSnapshots snapshots;
    private final Optional<LiveCases> cases;
    private final RadarServices services;
    private final ScenarioJobs scenarios;

    public RadarApi(RadarServices services) {
        this.services = services;
        this.snapshots = new RunSnapshots(services.queries());
        this.cases = services.cases().map(LiveCases::new);
        this.scenarios = new ScenarioJobs(services.models(), services.clock());
    }

    public void register(RoutesConfig routes) {
        routes.get("/api/", ctx -> respond(ctx, Payload.json(Map.of("message", "Segment Radar API", "status", "ok"))));
        routes.get("/api/health/", ctx -> respond(ctx, Payload.json(Map.of("status", "ok"))));
        routes.get("/api/ready/", this::ready);
        read(routes, "/api/overview/", OverviewEndpoint::answer);
        read(routes, "/api/segments/", SegmentEndpoints::list);
        read(routes, "/api/segments/{id}/", SegmentEndpoints::detail);
        read(routes, "/api/segments/{id}/history/", SegmentEndpoints::history);
        read(routes, "/api/forecasts/", ForecastEndpoint::answer);
        read(routes, "/api/watchlist/", WatchlistEndpoint::list);
        read(routes, "/api/alerts/{id}/", WatchlistEndpoint::detail);
        read(routes, "/api/suppressed/", UnraisedEndpoint::suppressed);
        read(routes, "/api/closed/", UnraisedEndpoint::closed);
        read(routes, "/api/recommendations/", RecommendationEndpoint::answer);
        read(routes, "/api/plan/", PlanEndpoint::answer);
        read(routes, "/api/highlights/", HighlightsEndpoint::answer);
        read(routes, "/api/filters/", CatalogEndpoints::filters);
        read(routes, "/api/kpi-trends/", CatalogEndpoints::trends);
        read(routes, "/api/accuracy/", CatalogEndpoints::accuracy);
        read(routes, "/api/monitor/", MonitorEndpoint::answer);
        read(routes, "/api/fx/", FxEndpoints::overview);
        read(routes, "/api/fx/segments/", FxEndpoints::segments);
        read(routes, "/api/clusters/", ClusterEndpoint::list);
        routes.get("/api/runs/", this::runs);
        routes.get("/api/runs/{id}/", this::run);
        read(routes, "/api/scenarios/", ScenarioEndpoint::inputs);
        new ScenarioEndpoint(this, scenarios).register(routes);
        routes.post("/api/plan/", new WhatIfEndpoint(this)::answer);
        new WriteEndpoints(this, services).register(routes);
    }

    /** Loads the newest run and what others wrote about cases; true if there was a newer run. */
    public boolean refresh() {
        cases.ifPresent(LiveCases::refresh);
        boolean newer = snapshots.refresh();
        newestRunId().ifPresent(scenarios::forgetAllBut);
        if (newer) {
            Thread thread = new Thread(this::answerFrontPage, "front-page");
            thread.setDaemon(true);
            thread.start();
        }
        return newer;
    }

    /** The first reader after a start or a refresh would otherwise wait for the slowest answers. */
    private void answerFrontPage() {
        snapshots.newest().ifPresent(snapshot -> {
            long version = cases.map(LiveCases::version).orElse(0L);
            for (FrontPage.Question question : FrontPage.questions(snapshot.run())) {
                try {
                    Query query = new Query(
                            snapshot.view(Visibility.ALL), cases.map(CaseBook.class::cast), question.params(), "");
                    snapshot.answer(
                            Visibility.ALL,
                            question.url(),
                            version,
                            () -> Payload.json(
                                    readers.get(question.path()).apply(query).json()));
                } catch (RadarException | Problem e) {
                    LOG.warn("{} will be answered when it is asked: {}", question.url(), e.getMessage());
                }
            }
        });
    }

    int runCount() {
        return snapshots.runs().size();
    }

    /** Checks of the served run by area and verdict, 0 while there is none. */
    double checks(MonitorArea area, DriftStatus status) {
        return snapshots
                .newest()
                .map(snapshot -> (double) snapshot.run().monitor().count(area, status))
                .orElse(0.0);
    }

    /** Reasons to train new models that the served run gives. */
    double triggers() {
        return snapshots
                .newest()
                .map(snapshot -> (double) snapshot.run().monitor().triggers().size())
                .orElse(0.0);
    }

    Optional<String> newestRunId() {
        return snapshots.newest().map(snapshot -> snapshot.run().manifest().runId());
    }

    private void ready(Context ctx) {
        String runId = newestRunId().orElseThrow(RadarApi::noRun);
        respond(ctx, Payload.json(Map.of("status", "ready", "run_id", runId)));
    }

    private void read(RoutesConfig routes, String path, Function<Query, Answer> endpoint) {
        readers.put(path, endpoint);
        routes.get(path, ctx -> {
            Params params = new Params(ctx.queryParamMap());
            TableFormat format = format(ctx, params);
            Snapshot snapshot = snapshot(params);
            Reader reader = reader(ctx);
            Query query = query(ctx, snapshot, reader, params);
            if (format == TableFormat.JSON) {
                String url = ctx.path() + '?' + ctx.queryString();
                long version = cases.map(LiveCases::version).orElse(0L);
                respond(ctx, snapshot.answer(reader.visibility(), url, version, () -> {
                    Answer answer = endpoint.apply(query);
                    params.rejectUnknown();
                    return Payload.json(answer.json());
                }));
            } else {
                Answer answer = endpoint.apply(query);
                params.rejectUnknown();
                export(ctx, format, answer);
            }
        });
    }

    private void runs(Context ctx) {
        Params params = new Params(ctx.queryParamMap());
        TableFormat format = format(ctx, params);
        List<RunSummary> runs = snapshots.runs();
        Answer answer = RunEndpoints.list(runs, params, reader(ctx));
        params.rejectUnknown();
        if (format == TableFormat.JSON) {
            respond(ctx, Payload.json(answer.json()));
        } else {
            export(ctx, format, answer);
        }
    }

    private void run(Context ctx) {
        String id = ctx.pathParam("id");
        Snapshot snapshot = snapshots.run(id).orElseThrow(() -> Problem.notFound("run", id));
        respond(
                ctx,
                Payload.json(RunEndpoints.detail(snapshot.run(), reader(ctx)).json()));
    }

    Query query(Context ctx, Snapshot snapshot, Reader reader, Params params) {
        return new Query(
                snapshot.view(reader.visibility()),
                cases.map(CaseBook.class::cast),
                params,
                ctx.pathParamMap().getOrDefault("id", ""));
    }

    Snapshot snapshot(Params params) {
        Optional<String> run = params.text("run");
        Optional<YearMonth> month = params.month("month");
        if (run.isPresent()) {
            return snapshots.run(run.get()).orElseThrow(() -> Problem.notFound("run", run.get()));
        }
        if (month.isPresent()) {
            return snapshots
                    .ofMonth(month.get())
                    .orElseThrow(() -> Problem.notFound(
                                    "run of month", month.get().toString())
                            .with(
                                    "months",
                                    snapshots.runs().stream()
                                            .map(summary -> summary.asOf().toString())
                                            .distinct()
                                            .toList()));
        }
        return snapshots.newest().orElseThrow(RadarApi::noRun);
    }

    private static Problem noRun() {
        return new Problem(
                503,
                "no-run",
                "No run yet",
                "The newest run is still being read, or none has been stored: make one with 'radar run', then refresh");
    }

    static Reader reader(Context ctx) {
        Reader reader = ctx.attribute(READER);
        return reader == null ? Reader.LOCAL : reader;
    }

    private static TableFormat format(Context ctx, Params params) {
        return params.text("format")
                .map(name -> Params.constant("format", name, TableFormat.class))
                .orElseGet(() -> TableFormat.accepted(ctx.header("Accept")));
    }

    private void export(Context ctx, TableFormat format, Answer answer) {
        if (!(answer instanceof Answer.Listing<?> listing)) {
            throw new Problem(
                    406, "not-a-list", "Not a list", "Only lists can be had as CSV or workbook; ask for JSON here");
        }
        services.audit()
                .ifPresent(audit -> audit.append(
                        services.clock().instant(),
                        reader(ctx).name(),
                        "export",
                        ctx.path(),
                        format + " " + listing.items().size() + " rows "
                                + Optional.ofNullable(ctx.queryString()).orElse("")));
        Exports.write(ctx, format, listing);
    }

    /** Sends a finished body: not at all if the client has it, compressed if it can read that. */
    static void respond(Context ctx, Payload payload) {
        ctx.header("ETag", payload.tag());
        ctx.header("Cache-Control", "private, no-cache");
        ctx.header("Vary", "Accept, Accept-Encoding, Authorization");
        String known = ctx.header("If-None-Match");
        if (known != null && (known.equals("*") || known.contains(payload.tag()))) {
            ctx.status(304);
            return;
        }
        ctx.contentType(payload.contentType());
        String encodings = ctx.header("Accept-Encoding");
        if (payload.isCompressed() && encodings != null && encodings.contains("gzip")) {
            ctx.header("Content-Encoding", "gzip");
            ctx.result(payload.gzip());
        } else {
            ctx.result(payload.plain());
        }
    }
}
