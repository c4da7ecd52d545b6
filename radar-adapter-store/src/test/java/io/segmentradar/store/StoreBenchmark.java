package io.segmentradar.store;

import io.segmentradar.core.run.RadarRun;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Times how long the newest run of the store under {@code -Dradar.data} takes to be stored in each database. */
class StoreBenchmark {
    @TempDir
    private Path directory;

    @Test
    void saveAndLoad() throws Exception {
        String data = System.getProperty("radar.data");
        Assumptions.assumeTrue(data != null, "name a directory with a stored run: -Dradar.data=DIR");
        RadarRun run;
        try (JdbcRadarStore store = JdbcRadarStore.open(StoreSettings.embedded(Path.of(data)))) {
            run = store.latest().orElseThrow();
            run.past().tables();
        }
        time("H2", StoreSettings.embedded(directory.resolve("copy")), run);
        time("PostgreSQL", PostgresServer.database("benchmark"), run);
    }

    private static void time(String name, StoreSettings settings, RadarRun run) {
        try (JdbcRadarStore store = JdbcRadarStore.open(settings)) {
            long start = System.nanoTime();
            store.save(run);
            long saved = System.nanoTime();
            store.latest().orElseThrow().past().tables();
            System.out.printf(
                    Locale.ROOT,
                    "%s: saved in %.1f s, read back whole in %.1f s%n",
                    name,
                    (saved - start) / 1e9,
                    (System.nanoTime() - saved) / 1e9);
        }
    }
}
