package io.segmentradar.planted.http;

import java.sql.Connection;

/** Planted violation: the architecture suite must object to it. */
public record UsesSql(Connection connection) {}
