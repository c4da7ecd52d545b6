package io.segmentradar.planted.http;

import picocli.CommandLine;

/** Planted violation: the architecture suite must object to it. */
public record UsesPicocli(CommandLine line) {}
