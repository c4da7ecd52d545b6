package io.segmentradar.http.access;

import java.util.EnumSet;
import java.util.Set;

/** What a user of the API is allowed to do. */
public enum Role {
    /** Reads; figures of segments with few customers are withheld. */
    VIEWER(EnumSet.of(Permission.READ)),
    /** Reads and works on the segments of some provinces or industries. */
    MANAGER(EnumSet.of(Permission.READ, Permission.WORK)),
    /** Reads and works on everything. */
    ANALYST(EnumSet.of(Permission.READ, Permission.WORK)),
    /** May do everything. */
    ADMIN(EnumSet.allOf(Permission.class));

    private final Set<Permission> permissions;

    Role(Set<Permission> permissions) {
        this.permissions = permissions;
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    /** Kinds of requests. */
    public enum Permission {
        READ,
        /** Changing cases, recording outcomes. */
        WORK,
        /** Refreshing and metrics. */
        OPERATE
    }
}
