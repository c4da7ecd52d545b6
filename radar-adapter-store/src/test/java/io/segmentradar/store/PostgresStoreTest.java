package io.segmentradar.store;

import java.sql.SQLException;

/** Against a real PostgreSQL server, started for the tests. */
class PostgresStoreTest implements RunContract, RecordContract, SchemaContract {
    @Override
    public StoreSettings settings(String name) throws SQLException {
        return PostgresServer.database(name);
    }
}
