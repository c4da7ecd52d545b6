package io.segmentradar.store;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;

/** A database that the contracts of the store are tried on, and what they put into it. */
interface StoreDatabase {
    RadarRun RUN = RadarRuns.run(1, YearMonth.of(2024, 12));
    RadarRun JANUARY = RadarRuns.run(1, YearMonth.of(2025, 1));
    Instant NOW = Instant.parse("2025-01-05T03:00:00.123Z");

    /** Settings of a database of this name, empty when the name is new. */
    StoreSettings settings(String name) throws Exception;

    private static Connection connect(StoreSettings settings) throws SQLException {
        return DriverManager.getConnection(
                settings.url(),
                settings.user().orElse(null),
                settings.password().orElse(null));
    }

    default long count(StoreSettings settings, String from) throws SQLException {
        try (Connection connection = connect(settings);
                var result = connection.createStatement().executeQuery("SELECT count(*) FROM " + from)) {
            result.next();
            return result.getLong(1);
        }
    }

    default void tamper(StoreSettings settings, String sql) throws SQLException {
        try (Connection connection = connect(settings)) {
            connection.createStatement().executeUpdate(sql);
        }
    }
}
