package io.segmentradar.store;

/** Takes rows of one table, fast; {@link #close} sends what is left. */
interface RowSink extends AutoCloseable {
    /** One value a column; null is missing, a NaN is stored as missing. */
    void add(Object... values);

    @Override
    void close();

    /** Missing is NULL, in every table. */
    static Object storable(Object value) {
        return value instanceof Double number && !Double.isFinite(number) ? null : value;
    }
}
