package io.segmentradar.http.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.AlertCase;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.casework.CaseCause;
import io.segmentradar.core.casework.CaseChange;
import io.segmentradar.core.casework.CaseOutcome;
import io.segmentradar.core.casework.CaseStatus;
import io.segmentradar.core.casework.OutcomeEntry;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.http.access.Reader;
import io.segmentradar.http.access.Role.Permission;
import io.segmentradar.http.wire.Payload;
import java.util.LinkedHashMap;
import java.util.Map;

/** The endpoints that write: cases, outcomes, refresh. Every write is audited. */
final class WriteEndpoints {
    private final RadarApi api;
    private final RadarServices services;

    WriteEndpoints(RadarApi api, RadarServices services) {
        this.api = api;
        this.services = services;
    }

    void register(RoutesConfig routes) {
        routes.post("/api/alerts/{id}/case/", this::changeCase);
        routes.post("/api/actions/{id}/outcome/", this::recordOutcome);
        routes.post("/api/refresh/", this::refresh);
    }

    private void changeCase(Context ctx) {
        require(ctx, Permission.WORK);
        Query query = query(ctx);
        CaseBook book = book(query);
        Alert alert = WatchlistEndpoint.find(query).alert();
        Body body = Body.of(ctx, "version", "status", "cause", "assignee", "note", "due_date");
        CaseChange change = new CaseChange(
                body.integer("version")
                        .orElseThrow(() -> Problem.badBody("'version' is needed: the version of the case you saw, 0 for"
                                + " an alert nobody has touched")),
                body.constant("status", CaseStatus.class),
                body.constant("cause", CaseCause.class),
                body.text("assignee", 200),
                body.date("due_date"),
                body.text("note", 4000));
        CaseOutcome outcome = book.change(
                alert, change, RadarApi.reader(ctx).name(), services.clock().instant());
        AlertCase now = settle(outcome);
        audit(ctx, "case.change", alert.id(), now.status() + " v" + now.version());
        RadarApi.respond(ctx, Payload.json(AlertFields.caseFields(now)));
    }

    private static AlertCase settle(CaseOutcome outcome) {
        if (outcome instanceof CaseOutcome.Changed changed) {
            return changed.now();
        }
        if (outcome instanceof CaseOutcome.Conflict conflict) {
            throw new Problem(
                            409,
                            "case-conflict",
                            "Somebody was faster",
                            "The case has version " + conflict.current().version()
                                    + " by now; look at it and try again")
                    .with("current", AlertFields.caseFields(conflict.current()));
        }
        CaseOutcome.Refused refused = (CaseOutcome.Refused) outcome;
        throw new Problem(422, "case-refused", "Not allowed", refused.reason())
                .with("current", AlertFields.caseFields(refused.current()));
    }

    private void recordOutcome(Context ctx) {
        require(ctx, Permission.WORK);
        Query query = query(ctx);
        CaseBook book = book(query);
        ActionRow row = query.view().actions().stream()
                .filter(found -> found.action().id().equals(query.id()))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("action", query.id()));
        Body body = Body.of(ctx, "status", "amount", "note");
        ActionOutcome.Status status = body.constant("status", ActionOutcome.Status.class)
                .orElseThrow(() -> Problem.badBody("'status' is needed: how the contact ended"));
        OutcomeEntry entry = new OutcomeEntry(
                new ActionOutcome(row.action().id(), status, body.number("amount")),
                row.action().segment().value(),
                row.action().type(),
                row.action().month(),
                body.text("note", 4000),
                RadarApi.reader(ctx).name(),
                services.clock().instant());
        book.record(entry);
        audit(ctx, "action.outcome", row.action().id(), status.name());
        RadarApi.respond(ctx, Payload.json(RecommendationEndpoint.outcome(entry)));
    }

    private void refresh(Context ctx) {
        require(ctx, Permission.OPERATE);
        boolean newer = api.refresh();
        audit(ctx, "refresh", "runs", newer ? "newer run loaded" : "nothing newer");
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("message", newer ? "A newer run is being served" : "The newest run was already being served");
        json.put("changed", newer);
        json.put("run_id", api.newestRunId().orElse(null));
        RadarApi.respond(ctx, Payload.json(json));
    }

    private Query query(Context ctx) {
        Params params = new Params(ctx.queryParamMap());
        Reader reader = RadarApi.reader(ctx);
        Query query = api.query(ctx, api.snapshot(params), reader, params);
        params.rejectUnknown();
        return query;
    }

    private static CaseBook book(Query query) {
        return query.caseBook()
                .orElseThrow(() -> new Problem(
                        409,
                        "read-only",
                        "Read-only",
                        "This server has no store and keeps nothing; start it with --data"));
    }

    private static void require(Context ctx, Permission permission) {
        Reader reader = RadarApi.reader(ctx);
        if (!reader.role().may(permission)) {
            throw new Problem(
                    403, "forbidden", "Forbidden", "Role " + reader.role() + " may not do this; ask for another role");
        }
    }

    private void audit(Context ctx, String action, String target, String detail) {
        services.audit()
                .ifPresent(log -> log.append(
                        services.clock().instant(), RadarApi.reader(ctx).name(), action, target, detail));
    }
}
