package io.segmentradar.store;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/**
 * One real PostgreSQL server for all tests of this process; it ends with the process. It leaves its files to the
 * operating system's cache: no test cuts the power, and waiting for a disk that others keep busy took up to a minute.
 */
final class PostgresServer {
    private static final String TEMPLATE = "migrated";
    private static EmbeddedPostgres server;

    private PostgresServer() {}

    static synchronized EmbeddedPostgres server() {
        if (server == null) {
            try {
                server = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "off")
                        .setServerConfig("full_page_writes", "off")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return server;
    }

    /** A new database with the present tables and no rows. */
    static synchronized StoreSettings database(String name) throws SQLException {
        if (!exists(TEMPLATE)) {
            execute("CREATE DATABASE " + TEMPLATE);
            JdbcRadarStore.open(settings(TEMPLATE)).close();
        }
        execute("CREATE DATABASE " + name + " TEMPLATE " + TEMPLATE);
        return settings(name);
    }

    private static StoreSettings settings(String name) {
        return new StoreSettings(
                server().getJdbcUrl("postgres", name),
                Optional.empty(),
                Optional.of("postgres"),
                Optional.of("postgres"));
    }

    private static boolean exists(String name) throws SQLException {
        try (Connection connection = server().getPostgresDatabase().getConnection();
                var result = connection
                        .createStatement()
                        .executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + name + "'")) {
            return result.next();
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = server().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute(sql);
        }
    }
}
