package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.casework.CaseStatus;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.run.RunSummary;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Runs go in whole, come back to the last bit, and leave without taking what people did along. */
interface RunContract extends StoreDatabase {
    @Test
    default void aStoredRunComesBackToTheLastBit() throws Exception {
        RadarRun run = RUN;
        StoreSettings settings = settings("whole");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(run);
        }
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            RunEquality.assertSame(run, store.latest().orElseThrow());
            assertTrue(store.latest().orElseThrow().panel().has("amount_0"));
            assertEquals(List.of(RunSummary.of(run)), store.runs());
        }
    }

    @Test
    default void theTablesSayTheSameAsTheRun() throws Exception {
        RadarRun run = RUN;
        StoreSettings settings = settings("tables");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(run);

            assertEquals(
                    run.panel().segments(), count(settings, "segment WHERE province <> '' AND lifecycle = 'ACTIVE'"));
            assertEquals(run.panel().segments() * 25L, count(settings, "segment_panel"));
            assertEquals(run.alerts().size(), count(settings, "alert"));
            assertEquals(4L * run.alerts().size(), count(settings, "alert_driver"));
            assertEquals(run.actions().size(), count(settings, "action"));
            assertEquals(run.accuracy().rows().size(), count(settings, "accuracy"));
            long forecasts = run.spec().hierarchy().levels().stream()
                    .mapToLong(level -> run.published().forecasts(level.id()).size())
                    .sum();
            assertEquals(forecasts, count(settings, "forecast"));
            assertEquals(
                    0,
                    count(
                            settings,
                            "alert a WHERE abs(a.residual - (SELECT sum(d.contribution) FROM alert_driver d"
                                    + " WHERE d.run_id = a.run_id AND d.alert_id = a.alert_id AND d.kind = 'COMPONENT'))"
                                    + " > 1e-6 * abs(a.residual)"));
        }
    }

    @Test
    default void savingTheSameRunAgainReplacesIt() throws Exception {
        StoreSettings settings = settings("again");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(RUN);
            long rows = count(settings, "forecast");
            store.save(RUN);

            assertEquals(1, store.runs().size());
            assertEquals(rows, count(settings, "forecast"));
        }
    }

    @Test
    default void aRunThatFailsHalfWayLeavesTheEarlierOneWhole() throws Exception {
        RadarRun good = RUN;
        RadarRun next = JANUARY;
        List<Alert> doubled = new ArrayList<>(next.alerts());
        doubled.add(next.alerts().get(0));
        var drivers = new ArrayList<>(next.drivers());
        drivers.add(next.drivers().get(0));
        RadarRun broken = new RadarRun(
                next.spec(),
                next.manifest(),
                next.ingest(),
                next.panel(),
                next.published(),
                next.past(),
                next.accuracy(),
                doubled,
                drivers,
                next.actionReport());
        StoreSettings settings = settings("half");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(good);

            StoreException failure = assertThrows(StoreException.class, () -> store.save(broken));
            assertTrue(failure.getMessage().contains("alert"), failure.getMessage());

            assertEquals(1, store.runs().size());
            assertEquals(
                    0,
                    count(
                            settings,
                            "forecast WHERE run_id <> '" + good.manifest().runId() + "'"));
            RunEquality.assertSame(good, store.latest().orElseThrow());
        }
    }

    @Test
    default void twoRunsSavedAtOnceAreBothWhole() throws Exception {
        RadarRun december = RUN;
        RadarRun january = JANUARY;
        StoreSettings settings = settings("atonce");
        var threads = Executors.newFixedThreadPool(2);
        try (JdbcRadarStore one = JdbcRadarStore.open(settings);
                JdbcRadarStore two = JdbcRadarStore.open(settings)) {
            Future<?> first = threads.submit(() -> one.save(december));
            Future<?> second = threads.submit(() -> two.save(january));
            first.get();
            second.get();

            RunEquality.assertSame(january, one.latest().orElseThrow());
            RunEquality.assertSame(
                    december, two.run(december.manifest().runId()).orElseThrow());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    default void pruningKeepsTheNewestRunsAndEveryCase() throws Exception {
        StoreSettings settings = settings("prune");
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            for (int month = 1; month <= 3; month++) {
                store.save(RadarRuns.run(1, YearMonth.of(2025, month)));
            }
            RadarRun january = store.run(store.runs().get(2).runId()).orElseThrow();
            store.cases()
                    .change(january.alerts().get(0), RecordContract.change(0, CaseStatus.ACKNOWLEDGED), "kim", NOW);

            assertEquals(List.of(january.manifest().runId()), store.prune(2));

            assertEquals(2, store.runs().size());
            assertEquals(
                    0,
                    count(
                            settings,
                            "segment_panel WHERE run_id = '"
                                    + january.manifest().runId() + "'"));
            assertEquals(1, store.cases().cases().size());
        }
    }

    @Test
    default void earlierForecastsOfARunThatWasRemovedMeanwhileAreMissedLoudly() throws Exception {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("removed"))) {
            store.save(RUN);
            RadarRun read = store.latest().orElseThrow();
            store.save(JANUARY);
            store.prune(1);

            assertEquals(RUN.alerts(), read.alerts());
            StoreException gone =
                    assertThrows(StoreException.class, () -> read.past().tables());
            assertTrue(gone.getMessage().contains("removed"), gone.getMessage());
        }
    }

    @Test
    default void aRunWithoutForecastsOfThePastIsStoredToo() throws Exception {
        RadarRun run = RUN;
        RadarRun bare = new RadarRun(
                run.spec(),
                run.manifest(),
                run.ingest(),
                run.panel(),
                run.published(),
                new ForecastSet(List.of()),
                run.accuracy(),
                List.of(),
                List.of(),
                ActionReport.EMPTY);
        try (JdbcRadarStore store = JdbcRadarStore.open(settings("bare"))) {
            store.save(bare);
            RunEquality.assertSame(bare, store.latest().orElseThrow());
            assertEquals(Optional.empty(), store.run("nope"));
        }
    }
}
