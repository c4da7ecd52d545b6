package io.segmentradar.core.audit;

import java.time.Instant;
import java.util.function.Consumer;

/** Append-only record of who wrote or exported what. */
public interface AuditLog {
    void append(Instant at, String actor, String action, String target, String detail);

    /** Hands over every entry in order of number. */
    void read(Consumer<AuditEntry> reader);

    /** Follows the chain from the first entry to the last. */
    default AuditCheck verify() {
        AuditCheck.Chain chain = new AuditCheck.Chain();
        read(chain::follow);
        return chain.result();
    }
}
