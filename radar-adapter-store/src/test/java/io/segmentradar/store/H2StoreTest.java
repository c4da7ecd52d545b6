package io.segmentradar.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class H2StoreTest implements RunContract, RecordContract, SchemaContract {
    private static final String FILE = "radar.mv.db";

    @TempDir
    private static Path template;

    @TempDir
    private Path directory;

    /** The present tables without rows, made once and copied for each test. */
    @BeforeAll
    static void makeTables() {
        JdbcRadarStore.open(StoreSettings.embedded(template)).close();
    }

    @Override
    public StoreSettings settings(String name) throws IOException {
        Path data = Files.createDirectory(directory.resolve(name));
        Files.copy(template.resolve(FILE), data.resolve(FILE));
        return StoreSettings.embedded(data);
    }
}
