package io.segmentradar.http.access;

import io.segmentradar.core.view.Visibility;

/** Who asks, and what that one may see and do. */
public record Reader(String name, Role role, Visibility visibility) {
    /** Everybody on this machine, while access control is off. */
    public static final Reader LOCAL = new Reader("local", Role.ADMIN, Visibility.ALL);
}
