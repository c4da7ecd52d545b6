package io.segmentradar.store;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Rows by PostgreSQL's COPY in text format. */
final class CopySink implements RowSink {
    private static final int BUFFER = 1 << 16;

    private final String table;
    private final CopyIn copy;
    private final StringBuilder buffer = new StringBuilder(BUFFER + 4096);

    CopySink(Connection connection, String table, List<String> columns) {
        this.table = table;
        String names = String.join(", ", columns.stream().map(Database::quoted).toList());
        try {
            this.copy = connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("COPY " + table + " (" + names + ") FROM STDIN");
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void add(Object... values) {
        for (int c = 0; c < values.length; c++) {
            if (c > 0) {
                buffer.append('\t');
            }
            append(RowSink.storable(values[c]));
        }
        buffer.append('\n');
        if (buffer.length() >= BUFFER) {
            send();
        }
    }

    private void append(Object value) {
        if (value == null) {
            buffer.append("\\N");
        } else if (value instanceof byte[] bytes) {
            buffer.append("\\\\x");
            buffer.append(HexFormat.of().formatHex(bytes));
        } else if (value instanceof Number || value instanceof Boolean) {
            buffer.append(value);
        } else {
            escape(value.toString());
        }
    }

    private void escape(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> buffer.append("\\\\");
                case '\t' -> buffer.append("\\t");
                case '\n' -> buffer.append("\\n");
                case '\r' -> buffer.append("\\r");
                default -> buffer.append(c);
            }
        }
    }

    private void send() {
        byte[] bytes = buffer.toString().getBytes(StandardCharsets.UTF_8);
        buffer.setLength(0);
        try {
            copy.writeToCopy(bytes, 0, bytes.length);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            if (buffer.length() > 0) {
                send();
            }
            copy.endCopy();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private StoreException failed(SQLException e) {
        return new StoreException("Rows of " + table + " could not be stored: " + Database.rootMessage(e), e);
    }
}
