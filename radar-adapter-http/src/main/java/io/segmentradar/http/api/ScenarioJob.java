package io.segmentradar.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.segmentradar.core.scenario.Scenario;
import io.segmentradar.core.scenario.ScenarioProgress;
import io.segmentradar.core.scenario.ScenarioProgress.Step;
import io.segmentradar.http.wire.Wire;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A scenario that is being made or has been: its question, how far it is, and its answer. Thread-safe. */
final class ScenarioJob implements ScenarioProgress {
    private final String id = UUID.randomUUID().toString();
    private final Question question;
    private final OptionalDouble usualSeconds;
    private final Clock clock;
    private final Instant startedAt;
    private final CompletableFuture<ScenarioJob> ended = new CompletableFuture<>();
    private volatile State state = new State(Status.RUNNING, null, null, null, null);

    enum Status {
        RUNNING,
        DONE,
        FAILED
    }

    /**
     * @param body as it was sent, so that a page can show again what was asked
     * @param by name of who asked
     */
    record Question(String runId, Scenario scenario, String level, JsonNode body, String by) {}

    private record State(Status status, Step step, Instant finishedAt, Map<String, Object> result, Problem problem) {}

    /**
     * @param usualSeconds what such an answer takes, where there is anything to judge by
     */
    ScenarioJob(Question question, OptionalDouble usualSeconds, Clock clock) {
        this.question = question;
        this.usualSeconds = usualSeconds;
        this.clock = clock;
        this.startedAt = clock.instant();
    }

    String id() {
        return id;
    }

    Question question() {
        return question;
    }

    boolean isRunning() {
        return state.status == Status.RUNNING;
    }

    @Override
    public void started(Step step) {
        state = new State(Status.RUNNING, step, null, null, null);
    }

    void done(Map<String, Object> result) {
        state = new State(Status.DONE, null, clock.instant(), result, null);
        ended.complete(this);
    }

    void failed(Problem problem) {
        state = new State(Status.FAILED, null, clock.instant(), null, problem);
        ended.complete(this);
    }

    /** This job when it has ended or the time is over, whichever is first. */
    CompletableFuture<ScenarioJob> within(Duration time) {
        return ended.copy().completeOnTimeout(this, time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * The answer; empty while it is being made.
     *
     * @throws Problem why there is none
     */
    Optional<Map<String, Object>> result() {
        State now = state;
        if (now.problem != null) {
            throw now.problem;
        }
        return Optional.ofNullable(now.result);
    }

    /** Seconds since it was begun, or that it took. */
    double seconds() {
        return seconds(state);
    }

    private double seconds(State now) {
        Instant end = now.finishedAt == null ? clock.instant() : now.finishedAt;
        return Math.max(0, Duration.between(startedAt, end).toMillis() / 1000.0);
    }

    /** As the API shows it; what was asked and the answer only where they are wanted. */
    Map<String, Object> fields(boolean whole) {
        State now = state;
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("run_id", question.runId());
        json.put("name", question.scenario().name());
        json.put("status", now.status);
        json.put("step", now.step);
        json.put("started_at", startedAt);
        json.put("started_by", question.by());
        json.put("seconds", seconds(now));
        json.put("usual_seconds", Wire.number(usualSeconds));
        if (whole) {
            json.put("request", question.body());
            json.put("result", now.result);
            json.put("problem", now.problem == null ? null : now.problem.document());
        }
        return json;
    }
}
