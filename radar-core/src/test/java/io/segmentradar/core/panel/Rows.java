package io.segmentradar.core.panel;

import java.time.YearMonth;
import java.util.List;

/** Rows written out by hand, for tests of record sinks. */
record Rows(int monthNumber, List<String> keys, List<Double> amounts, List<Double> counts)
        implements RecordSource.RawRecord {
    static Rows row(YearMonth month, List<String> keys, List<Double> amounts, List<Double> counts) {
        return new Rows(month.getYear() * 12 + month.getMonthValue() - 1, keys, amounts, counts);
    }

    @Override
    public String key(int dimension) {
        return keys.get(dimension);
    }

    @Override
    public double amount(int column) {
        return amounts.get(column);
    }

    @Override
    public double count(int column) {
        return counts.get(column);
    }
}
