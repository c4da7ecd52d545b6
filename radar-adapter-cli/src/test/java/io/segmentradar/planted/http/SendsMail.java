package io.segmentradar.planted.http;

import jakarta.mail.Session;

/** Planted violation: the architecture suite must object to it. */
public record SendsMail(Session session) {}
