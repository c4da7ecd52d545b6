package io.segmentradar.features.csv;

import java.util.List;

/** What the reading thread hands to the converting thread. */
sealed interface Delivery permits RowBatch, Delivery.FileEnd {
    /**
     * A file has been read to its end.
     *
     * @param sha256 of the delivered bytes, lower-case hex
     * @param ignored columns that the spec does not name
     */
    record FileEnd(String file, String sha256, String encoding, long bytes, List<String> ignored) implements Delivery {}
}
