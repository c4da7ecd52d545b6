package io.segmentradar.http.access;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** How an API key is stored: PBKDF2 with HMAC-SHA-256, as {@code pbkdf2$iterations$salt$hash} (Base64). */
public record KeyHash(int iterations, String salt, String hash) {
    private static final String PREFIX = "pbkdf2";

    /** OWASP's figure for PBKDF2-HMAC-SHA-256 of 2021 to 2023; keys here are random, not chosen by people. */
    private static final int ITERATIONS = 210_000;

    /** Hashes with fewer are not taken. */
    public static final int FEWEST_ITERATIONS = 10_000;

    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;

    /** Hash of a new key under a random salt. */
    public static KeyHash of(String key) {
        return of(key, ITERATIONS);
    }

    /** With another cost than the usual one; at least {@link #FEWEST_ITERATIONS}. */
    public static KeyHash of(String key, int iterations) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        String text = Base64.getEncoder().encodeToString(salt);
        return new KeyHash(iterations, text, Base64.getEncoder().encodeToString(derive(key, salt, iterations)));
    }

    /**
     * @throws AccessException if the text is not such a hash
     */
    public static KeyHash parse(String text) {
        String[] parts = text.split("\\$");
        try {
            if (parts.length == 4 && parts[0].equals(PREFIX)) {
                Base64.getDecoder().decode(parts[2]);
                Base64.getDecoder().decode(parts[3]);
                int iterations = Integer.parseInt(parts[1]);
                if (iterations >= FEWEST_ITERATIONS) {
                    return new KeyHash(iterations, parts[2], parts[3]);
                }
            }
        } catch (IllegalArgumentException e) {
            throw new AccessException("Not a key hash: '" + text + "'", e);
        }
        throw new AccessException("Not a key hash: '" + text + "'; make one with 'radar auth key'");
    }

    /** True if the key has this hash; takes as long for a wrong key as for the right one. */
    public boolean matches(String key) {
        byte[] candidate = derive(key, Base64.getDecoder().decode(salt), iterations);
        return MessageDigest.isEqual(candidate, Base64.getDecoder().decode(hash));
    }

    private static byte[] derive(String key, byte[] salt, int iterations) {
        try {
            PBEKeySpec spec = new PBEKeySpec(key.toCharArray(), salt, iterations, HASH_BITS);
            return SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has PBKDF2WithHmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + '$' + iterations + '$' + salt + '$' + hash;
    }
}
