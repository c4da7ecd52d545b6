package io.segmentradar.http.api;

import io.segmentradar.core.audit.AuditLog;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.registry.ModelRegistry;
import io.segmentradar.core.run.RadarQueries;
import java.time.Clock;
import java.util.Optional;

/**
 * What a server serves.
 *
 * @param cases where work on alerts is kept; without it the server is read-only
 * @param audit where writes and exports are recorded
 * @param models trained models, for scenarios; without it they are trained when the first one is asked for
 */
public record RadarServices(
        RadarQueries queries,
        Optional<CaseBook> cases,
        Optional<AuditLog> audit,
        Clock clock,
        Optional<ModelRegistry> models) {
    public RadarServices(RadarQueries queries, Optional<CaseBook> cases, Optional<AuditLog> audit, Clock clock) {
        this(queries, cases, audit, clock, Optional.empty());
    }

    /** Runs alone: no cases, no audit log. */
    public static RadarServices readOnly(RadarQueries queries) {
        return new RadarServices(queries, Optional.empty(), Optional.empty(), Clock.systemUTC());
    }
}
