package io.segmentradar.http;

/**
 * Where and how the server listens.
 *
 * @param host address to bind; loopback unless the operator opens it
 * @param port TCP port, 0 for any free one
 */
public record HttpSettings(String host, int port) {
    public static final int DEFAULT_PORT = 8000;

    public HttpSettings {
        if (host == null || host.isBlank()) {
            throw new IllegalArgumentException("A server needs a host to bind, such as 127.0.0.1");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("A port is 0 to 65535, got " + port);
        }
    }

    /** Listens on this machine only. */
    public static HttpSettings loopback(int port) {
        return new HttpSettings("127.0.0.1", port);
    }
}
