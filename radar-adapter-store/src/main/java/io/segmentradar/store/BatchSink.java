package io.segmentradar.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

/** Rows by batches of a prepared statement: works on any database. */
final class BatchSink implements RowSink {
    private static final int BATCH = 2_000;

    /** A batch is held in memory at both ends; a server that lets a run in while it serves has little to spare. */
    private static final long BATCH_BYTES = 2L << 20;

    private final PreparedStatement statement;
    private final String table;
    private int waiting;
    private long waitingBytes;

    BatchSink(Connection connection, String table, List<String> columns) {
        this.table = table;
        String marks = String.join(", ", Collections.nCopies(columns.size(), "?"));
        String names = String.join(", ", columns.stream().map(Database::quoted).toList());
        try {
            this.statement =
                    connection.prepareStatement("INSERT INTO " + table + " (" + names + ") VALUES (" + marks + ")");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void add(Object... values) {
        try {
            for (int c = 0; c < values.length; c++) {
                Object value = RowSink.storable(values[c]);
                statement.setObject(c + 1, value);
                waitingBytes += value instanceof byte[] bytes ? bytes.length : 0;
            }
            statement.addBatch();
            if (++waiting == BATCH || waitingBytes >= BATCH_BYTES) {
                send();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private void send() throws SQLException {
        statement.executeBatch();
        waiting = 0;
        waitingBytes = 0;
    }

    @Override
    public void close() {
        try (statement) {
            if (waiting > 0) {
                send();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StoreException failed(SQLException e) {
        return new StoreException("Rows of " + table + " could not be stored: " + Database.rootMessage(e), e);
    }
}
