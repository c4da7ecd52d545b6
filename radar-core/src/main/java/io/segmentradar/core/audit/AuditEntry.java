package io.segmentradar.core.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * One line of the audit log. Each line carries a hash over itself and the hash of the line before, so that no line can
 * be changed, removed or put in between without breaking every later one.
 *
 * @param number 1 for the first line
 * @param at to the millisecond
 * @param action such as {@code case.change}, {@code export}, {@code run.save}
 * @param target id of what was written or read
 * @param hash SHA-256, lower-case hex
 */
public record AuditEntry(
        long number,
        Instant at,
        String actor,
        String action,
        String target,
        String detail,
        String previous,
        String hash) {
    /** What the first line follows. */
    public static final String GENESIS = "0".repeat(64);

    /** The entry that follows {@code previous}, the hash of entry {@code number − 1}. */
    public static AuditEntry following(
            String previous, long number, Instant at, String actor, String action, String target, String detail) {
        Instant millis = Instant.ofEpochMilli(at.toEpochMilli());
        return new AuditEntry(
                number,
                millis,
                actor,
                action,
                target,
                detail,
                previous,
                hash(previous, number, millis, actor, action, target, detail));
    }

    /** True if the hash belongs to the content. */
    public boolean isIntact() {
        return hash.equals(hash(previous, number, at, actor, action, target, detail));
    }

    /** Fields are preceded by their length, so that no two contents share a text. */
    private static String hash(
            String previous, long number, Instant at, String actor, String action, String target, String detail) {
        StringBuilder text = new StringBuilder();
        for (String field : List.of(previous, Long.toString(number), at.toString(), actor, action, target, detail)) {
            text.append(field.length()).append(':').append(field);
        }
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
