package io.segmentradar.cli.command;

import io.segmentradar.cli.UsageException;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where runs are kept: {@code --data DIR} for the embedded database, {@code --store URL} for PostgreSQL. */
final class StoreOptions {
    @Option(names = "--data", paramLabel = "DIR")
    private Path data;

    @Option(names = "--store", paramLabel = "URL")
    private String url;

    /** The store named, if one is. */
    Optional<StoreSettings> settings() {
        if (data != null && url != null) {
            throw new UsageException("--data and --store exclude each other: name one store.");
        }
        return Optional.ofNullable(data)
                .map(StoreSettings::embedded)
                .or(() -> Optional.ofNullable(url).map(StoreSettings::jdbc));
    }

    /** The store named; there must be one. */
    StoreSettings required() {
        return settings()
                .orElseThrow(() -> new UsageException(
                        "Which store? Give --data DIR, or --store jdbc:postgresql://host/database."));
    }

    /**
     * Opens the store named, which must be there: who only looks, and mistypes a directory, should not find a new empty
     * store in it.
     */
    JdbcRadarStore open() {
        StoreSettings settings = required();
        if (data != null && !Files.isDirectory(data)) {
            throw new UsageException("--data " + data
                    + ": there is no such directory. radar run --data makes a store and keeps the run in it.");
        }
        return JdbcRadarStore.open(settings);
    }
}
