package io.segmentradar.report.notify;

import java.util.Optional;

/**
 * An SMTP server. The password never stands in a file: {@code passwordVariable} names the environment variable.
 *
 * @param user empty where the server asks for none
 * @param from sender's address
 */
public record MailServer(
        String host,
        int port,
        Security security,
        Optional<String> user,
        Optional<String> passwordVariable,
        String from) {
    public MailServer {
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("mail.port must be between 1 and 65535, got " + port);
        }
    }

    /** How the connection is protected. */
    public enum Security {
        /** Not at all: for a relay on the same host or network only. */
        NONE,
        /** Encrypted after the greeting; refused if the server cannot. */
        STARTTLS,
        /** Encrypted from the first byte. */
        TLS
    }
}
