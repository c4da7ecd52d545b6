package io.segmentradar.core.run;

import io.segmentradar.core.run.RunProgress.Stage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Runs stages one after another, tells the listener and keeps their durations for the manifest. */
final class StageClock {
    private final InstantSource clock;
    private final RunProgress progress;
    private final Map<Stage, Double> seconds = new EnumMap<>(Stage.class);

    StageClock(InstantSource clock, RunProgress progress) {
        this.clock = clock;
        this.progress = progress;
    }

    <T> T run(Stage stage, Supplier<T> work, ToLongFunction<T> items) {
        progress.started(stage);
        Instant start = clock.instant();
        T result = work.get();
        seconds.put(stage, Duration.between(start, clock.instant()).toMillis() / 1000.0);
        progress.finished(stage, items.applyAsLong(result));
        return result;
    }

    Map<Stage, Double> seconds() {
        return seconds;
    }
}
