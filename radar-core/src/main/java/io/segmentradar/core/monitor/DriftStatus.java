package io.segmentradar.core.monitor;

/** Verdict of one check. */
public enum DriftStatus {
    /** Nothing beyond what months usually do. */
    STABLE,
    /** A change that is real but small, or large but not proved. */
    NOTICE,
    /** Real and large enough to matter. */
    DRIFT,
    /** Too little is known to judge. */
    UNKNOWN,
    /** Not judged: the same value for all segments of a month. */
    EXCLUDED
}
