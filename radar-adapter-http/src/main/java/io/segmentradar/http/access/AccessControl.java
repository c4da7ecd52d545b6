package io.segmentradar.http.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.segmentradar.core.view.Visibility;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tells who asks, from the {@code Authorization: Bearer …} header: an API key ({@code radar_NAME_SECRET}) or an OIDC
 * token. Thread-safe.
 */
public final class AccessControl {
    static final String KEY_PREFIX = "radar_";

    /** Failures allowed a minute and address; each costs a key derivation. */
    private static final int FAILURES_PER_MINUTE = 30;

    private final AuthFile file;
    private final Map<String, AuthFile.Key> keys;
    private final Optional<BearerTokens> tokens;
    private final RateLimit requests;
    private final RateLimit failures;
    private final byte[] cacheSecret = new byte[32];

    /** Keys that were right a short while ago, by a keyed hash: deriving takes a tenth of a second each time. */
    private final Cache<String, Reader> known = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofMinutes(10))
            .build();

    /** What access control says to a request. */
    public sealed interface Decision {
        record Granted(Reader reader) implements Decision {}

        /** Not known: no key, a wrong one, an invalid token. */
        record Unknown(String reason) implements Decision {}

        record TooMany() implements Decision {}
    }

    private AccessControl(AuthFile file, InstantSource clock) {
        this.file = file;
        this.keys = file.keys().stream().collect(Collectors.toMap(AuthFile.Key::name, Function.identity()));
        file.keys().forEach(key -> KeyHash.parse(key.hash()));
        this.tokens = Optional.ofNullable(file.oidc()).map(BearerTokens::new);
        this.requests = new RateLimit(file.requestsPerMinute(), clock);
        this.failures = new RateLimit(FAILURES_PER_MINUTE, clock);
        new SecureRandom().nextBytes(cacheSecret);
    }

    /**
     * @throws AccessException if the file cannot be used
     */
    public static AccessControl of(Path file, InstantSource clock) {
        return new AccessControl(AuthFile.read(file), clock);
    }

    /**
     * @param authorization the header, or null
     * @param address of the client, to slow down guessing
     */
    public Decision decide(String authorization, String address) {
        String scheme = "Bearer ";
        if (authorization == null || !authorization.regionMatches(true, 0, scheme, 0, scheme.length())) {
            return new Decision.Unknown("Send 'Authorization: Bearer KEY' with an API key or a token");
        }
        String credential = authorization.substring(scheme.length()).strip();
        String fingerprint = fingerprint(credential);
        boolean isKey = credential.startsWith(KEY_PREFIX);
        Optional<Reader> reader = Optional.ofNullable(isKey ? known.getIfPresent(fingerprint) : null);
        if (reader.isEmpty()) {
            reader = isKey ? byKey(credential, address) : byToken(credential);
            reader.filter(found -> isKey).ifPresent(found -> known.put(fingerprint, found));
        }
        if (reader.isEmpty()) {
            return failures.take(address)
                    ? new Decision.Unknown("The key or token is not valid")
                    : new Decision.TooMany();
        }
        return requests.take(reader.get().name()) ? new Decision.Granted(reader.get()) : new Decision.TooMany();
    }

    private Optional<Reader> byKey(String credential, String address) {
        int end = credential.lastIndexOf('_');
        String name = end > KEY_PREFIX.length() ? credential.substring(KEY_PREFIX.length(), end) : "";
        AuthFile.Key key = keys.get(name);
        if (key == null || !failuresLeft(address) || !KeyHash.parse(key.hash()).matches(credential)) {
            return Optional.empty();
        }
        return Optional.of(reader(key.name(), key.role(), key.scope()));
    }

    /** Deriving is only worth its cost for an address that has not failed too often. */
    private boolean failuresLeft(String address) {
        return failures.hasLeft(address);
    }

    private Optional<Reader> byToken(String credential) {
        return tokens.flatMap(verifier -> verifier.verify(credential))
                .filter(subject ->
                        AuthFile.problem(subject.role(), subject.scope()).isEmpty())
                .map(subject -> reader(subject.name(), subject.role(), subject.scope()));
    }

    private Reader reader(String name, String roleName, Map<String, Set<String>> scope) {
        Role role = Role.valueOf(roleName.toUpperCase(Locale.ROOT));
        return new Reader(name, role, new Visibility(scope, role == Role.VIEWER ? Math.max(1, file.smallCells()) : 0));
    }

    private String fingerprint(String credential) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(cacheSecret, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(credential.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** A new random key for a name; only its hash is ever stored. */
    public static String newKey(String name) {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return KEY_PREFIX + name + '_' + HexFormat.of().formatHex(secret);
    }
}
