package io.segmentradar.http.api;

import io.segmentradar.core.RadarException;
import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.run.RunProgress.Stage;
import io.segmentradar.core.scenario.ScenarioRunner;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes scenarios beside the requests that ask for them, one at a time: forecasting takes all cores, and longer than a
 * request may. The latest answers are kept in memory, so that a page can come back to one; nothing is stored. Thread-safe.
 */
final class ScenarioJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ScenarioJobs.class);
    private static final int KEPT = 10;

    private final Optional<ModelRegistry> models;
    private final Clock clock;

    /** Newest first. */
    private final Deque<ScenarioJob> jobs = new ArrayDeque<>();

    /** Null until the first question about a run. */
    private ScenarioRunner runner;

    /** Of those that found all prepared, the longest: one that changes no input takes no time. */
    private OptionalDouble longestSeconds = OptionalDouble.empty();

    ScenarioJobs(Optional<ModelRegistry> models, Clock clock) {
        this.models = models;
        this.clock = clock;
    }

    /** The latest, newest first; the running one, if there is one, is the first. */
    synchronized List<ScenarioJob> latest() {
        return List.copyOf(jobs);
    }

    Optional<ScenarioJob> find(String id) {
        return latest().stream().filter(job -> job.id().equals(id)).findFirst();
    }

    /** Lets go of what was prepared for a run that is not served any more. */
    synchronized void forgetAllBut(String runId) {
        if (runner != null && !runner.runId().equals(runId) && running().isEmpty()) {
            runner = null;
        }
    }

    private Optional<ScenarioJob> running() {
        return jobs.stream().filter(ScenarioJob::isRunning).findFirst();
    }

    /** Begins; who asks while another is being made is told which. */
    synchronized ScenarioJob start(RadarRun run, ScenarioJob.Question question) {
        running().ifPresent(other -> {
            throw busy(other);
        });
        Engine engine = Engine.found();
        boolean prepared = runner != null && runner.runId().equals(question.runId());
        ScenarioJob job = new ScenarioJob(question, prepared ? longestSeconds : firstSeconds(run), clock);
        Thread thread = new Thread(() -> make(job, engine, run, prepared), "scenario");
        thread.setDaemon(true);
        jobs.addFirst(job);
        while (jobs.size() > KEPT) {
            jobs.removeLast();
        }
        thread.start();
        return job;
    }

    private static Problem busy(ScenarioJob other) {
        String detail = String.format(
                Locale.ROOT,
                "The scenario '%s' that %s began %.0f s ago is being made, and they are made one at a time;"
                        + " try again when it is done",
                other.question().scenario().name(),
                other.question().by(),
                other.seconds());
        return new Problem(503, "busy", "Busy", detail).with("job", other.fields(false));
    }

    private void make(ScenarioJob job, Engine engine, RadarRun run, boolean prepared) {
        try {
            ScenarioRunner mine = runner(job, engine, run);
            job.done(ScenarioFields.of(
                    mine.run(job.question().scenario(), job), job.question().level()));
            if (prepared) {
                remember(job.seconds());
            }
        } catch (RadarException e) {
            LOG.error("Scenario {} failed", job.id(), e);
            job.failed(new Problem(503, "unavailable", "Not available", e.getMessage()));
        } catch (OutOfMemoryError e) {
            LOG.error("Scenario {} ran out of memory", job.id(), e);
            job.failed(new Problem(
                    503,
                    "too-little-memory",
                    "Too little memory",
                    "The server's heap does not hold this scenario; start it with a larger -Xmx, or use"
                            + " 'radar scenario'"));
        } catch (RuntimeException e) {
            LOG.error("Incident {}: scenario", job.id(), e);
            job.failed(new Problem(500, "internal", "Internal error", "Something went wrong here; see the log")
                    .with("incident", job.id()));
        }
    }

    private ScenarioRunner runner(ScenarioJob job, Engine engine, RadarRun run) {
        ScenarioRunner known = known();
        if (known == null || !known.runId().equals(job.question().runId())) {
            // Two runs at a time would be too much.
            prepared(null);
            Optional<String> id = run.manifest().models().map(RunManifest.Models::id);
            known = new ScenarioRunner(
                    engine.forecasts(),
                    engine.rules(),
                    engine.recommender(),
                    run,
                    models.flatMap(registry -> id.flatMap(registry::archive)),
                    job);
            prepared(known);
        }
        return known;
    }

    private synchronized ScenarioRunner known() {
        return runner;
    }

    private synchronized void prepared(ScenarioRunner made) {
        runner = made;
    }

    private synchronized void remember(double seconds) {
        longestSeconds = OptionalDouble.of(Math.max(seconds, longestSeconds.orElse(0)));
    }

    /** The first question makes the base as well, for which the run's own times stand. */
    private static OptionalDouble firstSeconds(RadarRun run) {
        var seconds = run.manifest().stageSeconds();
        return Stream.of(Stage.FORECAST, Stage.ALERTS, Stage.ACTIONS).allMatch(seconds::containsKey)
                ? OptionalDouble.of(
                        seconds.get(Stage.FORECAST) + 2 * (seconds.get(Stage.ALERTS) + seconds.get(Stage.ACTIONS)))
                : OptionalDouble.empty();
    }

    /** The parts that a scenario needs, as they are on the class path. */
    private record Engine(ForecastEngine forecasts, List<AlertRule> rules, ActionRecommender recommender) {
        static Engine found() {
            return new Engine(
                    part(ForecastEngine.class),
                    ServiceLoader.load(AlertRule.class).stream()
                            .map(ServiceLoader.Provider::get)
                            .toList(),
                    part(ActionRecommender.class));
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
}
