package io.segmentradar.http;

import io.segmentradar.http.access.AccessException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Where and how the server listens.
 *
 * @param host address to bind; loopback unless the operator opens it
 * @param port TCP port, 0 for any free one
 * @param auth file that says who may do what; needed unless the host is loopback
 * @param maxRequestBytes largest request body
 * @param maxHeaderBytes largest request line with headers
 * @param idleTimeout a connection that is silent for so long is closed
 * @param requestTimeout a request that takes longer is ended
 */
public record HttpSettings(
        String host,
        int port,
        Optional<Path> auth,
        long maxRequestBytes,
        int maxHeaderBytes,
        Duration idleTimeout,
        Duration requestTimeout) {
    public static final int DEFAULT_PORT = 8000;
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "localhost", "::1", "[::1]");

    public HttpSettings {
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("A server needs a host to bind, such as 127.0.0.1");
        }
        if (auth.isEmpty() && !LOOPBACK.contains(host)) {
            throw new AccessException("Beyond this machine (" + host + ") the server needs access control: give"
                    + " --auth FILE, or bind 127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, got " + port);
        }
    }

    public HttpSettings(String host, int port, Optional<Path> auth) {
        this(host, port, auth, 64 * 1024, 16 * 1024, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    /** Listens on this machine only. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings("127.0.0.1", port, Optional.empty());
    }
}
