package io.segmentradar.nba.plan;

/** The limit that left no room for a candidate. */
public enum Bottleneck {
    SEGMENT,
    SEGMENT_CATEGORY,
    HOURS,
    CATEGORY,
    TYPE_SHARE,
    DIVERSITY
}
