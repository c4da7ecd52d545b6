package io.segmentradar.core.alert;

import io.segmentradar.core.kpi.Label;
import java.util.List;

/** Whom to call first: alerts by expected loss, no industry and no KPI crowding out the others. */
public record Watchlist(List<Entry> entries) {
    public static final Watchlist EMPTY = new Watchlist(List.of());

    public Watchlist {
        entries = List.copyOf(entries);
    }

    /**
     * @param rank from 1
     * @param expectedLoss probability × money at stake
     * @param reason why it is here, and what it displaced if anything
     * @param displaced id of the alert of larger expected loss that a limit kept out; empty if none
     */
    public record Entry(int rank, Alert alert, double expectedLoss, Label reason, String displaced) {}

    /**
     * @param size most entries
     * @param perGroup most entries of one value of the first dimension, such as one industry
     * @param perKpi most entries of one KPI
     */
    public record Limits(int size, int perGroup, int perKpi) {
        public static final Limits USUAL = new Limits(50, 8, 20);

        public Limits {
            if (size < 1 || perGroup < 1 || perKpi < 1) {
                throw new IllegalArgumentException("Watch-list limits must be at least 1, got size " + size
                        + ", perGroup " + perGroup + ", perKpi " + perKpi);
            }
        }
    }
}
