package io.segmentradar.core.run;

/** Hears how a run advances; adapters print it, time it, or ignore it. */
public interface RunProgress {
    void started(Stage stage);

    /**
     * @param items what the stage worked on: rows, segments, forecasts, alerts …
     */
    void finished(Stage stage, long items);

    /** Stages of a run, in order. */
    enum Stage {
        INGEST,
        ALIKE,
        FX,
        FORECAST,
        ALERTS,
        DRIVERS,
        ACTIONS,
        MONITOR,
        PUBLISH
    }
}
