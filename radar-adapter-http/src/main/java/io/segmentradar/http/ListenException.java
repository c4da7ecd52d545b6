package io.segmentradar.http;

import io.segmentradar.core.RadarException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;

/** The server cannot listen where it was told to. */
public final class ListenException extends RadarException {
    private static final long serialVersionUID = 1L;

    private ListenException(String message, Throwable cause) {
        super(message, cause);
    }

    static ListenException of(HttpSettings settings, Throwable failure) {
        String where = "Port " + settings.port() + " of " + settings.host() + " ";
        Throwable root = failure;
        while (root.getCause() != null && !(root instanceof BindException)) {
            root = root.getCause();
        }
        String reason = String.valueOf(root.getMessage());
        if (root instanceof UnresolvedAddressException || reason.contains("assign requested address")) {
            return new ListenException(
                    where + "cannot be opened: " + settings.host()
                            + " is not an address of this machine. Name one of its" + " own with --bind",
                    failure);
        }
        if (reason.contains("Permission denied")) {
            return new ListenException(
                    where + "cannot be opened by this user: ports below 1024 are for administrators. Choose a higher"
                            + " one with --port",
                    failure);
        }
        if (root instanceof BindException) {
            return new ListenException(
                    where + "is in use by another program, perhaps another server of this kind. Stop it, or choose"
                            + " another port with --port (0 takes any free one)",
                    failure);
        }
        return new ListenException(where + "cannot be opened: " + reason, failure);
    }
}
