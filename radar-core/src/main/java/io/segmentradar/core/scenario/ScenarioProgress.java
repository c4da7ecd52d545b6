package io.segmentradar.core.scenario;

/** Hears how the answer to a scenario advances; called by the thread that makes it. */
@FunctionalInterface
public interface ScenarioProgress {
    /** Tells nobody. */
    ScenarioProgress SILENT = step -> {};

    void started(Step step);

    /** What is done in turn; the first two once a run, for its first scenario. */
    enum Step {
        /** The models forecast from the run's own inputs, and are trained before where they were not kept. */
        BASE_FORECASTS,
        BASE_ACTIONS,
        FORECASTS,
        ACTIONS
    }
}
