package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.testing.JavaProcess;
import io.segmentradar.testing.SmallDisk;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.YearMonth;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes killed, connections cut, disks full: the earlier run stays whole and the message says what happened. */
class StoreTroubleTest {
    private static final RadarRun GOOD = RadarRuns.run(1, YearMonth.of(2024, 12));

    @TempDir
    private Path directory;

    /** Saves a larger run over and over until it is killed. */
    static final class SaveForever {
        public static void main(String[] args) {
            RadarRun next = RadarRuns.run(3, YearMonth.of(2025, 1));
            try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(Path.of(args[0])))) {
                System.out.println("saving");
                while (true) {
                    store.save(next);
                }
            }
        }
    }

    @Test
    void aRunKilledAtAnyPointLeavesTheStoreWhole() throws Exception {
        StoreSettings settings = StoreSettings.embedded(directory);
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            store.save(GOOD);
        }
        RadarRun next = RadarRuns.run(3, YearMonth.of(2025, 1));
        for (long delay : List.of(20, 300)) {
            Process process = JavaProcess.start(SaveForever.class, directory);
            assertEquals("saving", process.inputReader().readLine());
            Thread.sleep(delay);
            process.destroyForcibly();
            assertTrue(process.waitFor(10, TimeUnit.SECONDS));

            try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
                RunEquality.assertSame(GOOD, store.run(GOOD.manifest().runId()).orElseThrow());
                store.run(next.manifest().runId()).ifPresent(run -> RunEquality.assertSame(next, run));
            }
        }
    }

    @Test
    void aConnectionThatIsCutLeavesTheStoreWholeAndTheNextSaveWorks() throws Exception {
        var cutter = Executors.newSingleThreadExecutor();
        try (JdbcRadarStore store = JdbcRadarStore.open(PostgresServer.database("cut"))) {
            store.save(GOOD);
            RadarRun next = RadarRuns.run(12, YearMonth.of(2025, 1));
            cutter.submit(() -> cutWhileCopying(PostgresServer.server()));

            StoreException cut = assertThrows(StoreException.class, () -> store.save(next));
            assertTrue(cut.getMessage().matches("(?s).*(could not be stored|Nothing was stored).*"), cut.getMessage());

            assertEquals(1, store.runs().size());
            store.save(next);
            RunEquality.assertSame(next, store.latest().orElseThrow());
        } finally {
            cutter.shutdownNow();
        }
    }

    private static Void cutWhileCopying(EmbeddedPostgres server) throws Exception {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            boolean cut = false;
            while (!cut) {
                var result = connection
                        .createStatement()
                        .executeQuery("SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
                                + " WHERE datname = 'cut' AND query LIKE 'COPY%'");
                result.next();
                cut = result.getInt(1) > 0;
            }
        }
        return null;
    }

    @Test
    void aFullDiskIsToldAndWithRoomAgainTheEarlierRunIsWhole() throws Exception {
        try (SmallDisk disk = SmallDisk.mountOrSkip(directory.resolve("disk"), "6m")) {
            StoreSettings settings = StoreSettings.embedded(disk.path());
            try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
                store.save(GOOD);
                StoreException full =
                        assertThrows(StoreException.class, () -> store.save(RadarRuns.run(14, YearMonth.of(2025, 1))));
                assertTrue(full.getMessage().contains("stored"), full.getMessage());
            }
            disk.resize("100m");
            try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
                RunEquality.assertSame(GOOD, store.latest().orElseThrow());
            }
        }
    }

    @Test
    void aStoreThatCannotBeReachedIsToldWithoutThePassword() {
        StoreException refused = assertThrows(
                StoreException.class,
                () -> JdbcRadarStore.open(StoreSettings.jdbc(
                        "jdbc:postgresql://127.0.0.1:1/radar?user=kim&password=secret&connectTimeout=2")));

        assertTrue(refused.getMessage().contains("cannot be opened"), refused.getMessage());
        assertTrue(!refused.getMessage().contains("secret"), refused.getMessage());
        assertThrows(StoreException.class, () -> StoreSettings.jdbc("jdbc:mysql://x"));
    }
}
