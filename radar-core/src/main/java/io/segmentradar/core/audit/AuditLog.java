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
        return chain().result();
    }

    /**
     * The same, and the chain must contain an entry with this hash, noted earlier: proves that nothing was cut off.
     */
    default AuditCheck verify(String knownHead) {
        AuditCheck.Chain chain = new AuditCheck.Chain();
        boolean[] seen = {knownHead.equals(AuditEntry.GENESIS)};
        read(entry -> {
            seen[0] |= entry.hash().equals(knownHead);
            chain.follow(entry);
        });
        AuditCheck check = chain.result();
        return check instanceof AuditCheck.Intact intact && !seen[0]
                ? new AuditCheck.Broken(intact.entries() + 1, "the entry with the noted hash is gone")
                : check;
    }

    private AuditCheck.Chain chain() {
        AuditCheck.Chain chain = new AuditCheck.Chain();
        read(chain::follow);
        return chain;
    }
}
