package io.segmentradar.planted.report;

import io.segmentradar.planted.http.UsesPicocli;

/** Planted violation: the architecture suite must object to it. */
public record ReportUsesHttp(UsesPicocli commands) {}
