package io.segmentradar.http.api;

import io.segmentradar.core.audit.AuditLog;
import io.segmentradar.core.casework.CaseBook;
import io.segmentradar.core.run.RadarQueries;
import java.time.Clock;
import java.util.Optional;

/**
 * What a server serves.
 *
 * @param cases where work on alerts is kept; without it the server is read-only
 * @param audit where writes and exports are recorded
 */
public record RadarServices(RadarQueries queries, Optional<CaseBook> cases, Optional<AuditLog> audit, Clock clock) {

    /** Runs alone: no cases, no audit log. */
    public static RadarServices readOnly(RadarQueries queries) {
        return new RadarServices(queries, Optional.empty(), Optional.empty(), Clock.systemUTC());
    }
}
