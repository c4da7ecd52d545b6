package io.segmentradar.core.audit;

import java.util.Optional;

/** What following the chain of the audit log showed. */
public sealed interface AuditCheck {
    /**
     * @param head hash of the last entry; kept elsewhere it also proves that nothing was cut off at the end
     */
    record Intact(long entries, String head) implements AuditCheck {}

    /**
     * @param number first entry that does not fit
     */
    record Broken(long number, String reason) implements AuditCheck {}

    /** Follows entries one by one. */
    final class Chain {
        private long last;
        private String head = AuditEntry.GENESIS;
        private Optional<Broken> broken = Optional.empty();

        void follow(AuditEntry entry) {
            if (broken.isPresent()) {
                return;
            }
            long expected = last + 1;
            if (entry.number() != expected) {
                broken = Optional.of(new Broken(expected, "entry " + expected + " is missing"));
            } else if (!entry.previous().equals(head)) {
                broken = Optional.of(new Broken(expected, "it does not follow entry " + last));
            } else if (!entry.isIntact()) {
                broken = Optional.of(new Broken(expected, "its content was changed"));
            }
            last = expected;
            head = entry.hash();
        }

        AuditCheck result() {
            return broken.<AuditCheck>map(b -> b).orElseGet(() -> new Intact(last, head));
        }
    }
}
