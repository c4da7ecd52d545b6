package io.segmentradar.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** The tables and their version. */
final class Schema {
    static final String SCRIPTS = "classpath:io/segmentradar/store/schema";

    /** Version of the last script; to be raised with each script that is added. */
    static final int NEWEST = 9;

    private static final String APPLIED = "SELECT max(CAST(\"version\" AS INTEGER)) FROM \"flyway_schema_history\""
            + " WHERE \"success\" = TRUE AND \"version\" IS NOT NULL";

    private Schema() {}

    /**
     * Makes or upgrades the tables.
     *
     * @throws StoreException if they were made by a newer version of the program
     */
    static void bringUpToDate(DataSource database) {
        OptionalInt found = version(database);
        if (found.isPresent() && found.getAsInt() > NEWEST) {
            throw new StoreException("The store has version " + found.getAsInt() + " of the tables, made by a newer"
                    + " version of this program, which knows " + NEWEST + ". Use that one");
        }
        // Looking is a tenth of the work of starting Flyway, which every start of a server would wait for.
        if (found.isEmpty() || found.getAsInt() < NEWEST) {
            Flyway.configure().dataSource(database).locations(SCRIPTS).load().migrate();
        }
    }

    /** Empty if there are no tables yet. */
    private static OptionalInt version(DataSource database) {
        try (Connection connection = database.getConnection()) {
            try (ResultSet tables = connection.getMetaData().getTables(null, null, "flyway_schema_history", null)) {
                if (!tables.next()) {
                    return OptionalInt.empty();
                }
            }
            try (Statement statement = connection.createStatement();
                    ResultSet version = statement.executeQuery(APPLIED)) {
                return version.next() && version.getObject(1) != null
                        ? OptionalInt.of(version.getInt(1))
                        : OptionalInt.empty();
            }
        } catch (SQLException e) {
            throw new StoreException("The version of the store's tables cannot be read: " + Database.rootMessage(e), e);
        }
    }
}
