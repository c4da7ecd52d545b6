package io.segmentradar.store;

import java.sql.SQLException;

/** Against a real PostgreSQL server, started for the tests. */
class PostgresStoreTest extends StoreContract {
    @Override
    StoreSettings settings(String name) throws SQLException {
        return PostgresServer.database(name);
    }
}
