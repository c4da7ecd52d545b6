package io.segmentradar.planted.models.lightgbm;

import com.univocity.parsers.csv.CsvParser;

/** Planted violation: the architecture suite must object to it. */
public record UsesCsv(CsvParser parser) {}
