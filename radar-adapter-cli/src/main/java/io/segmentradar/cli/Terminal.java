package io.segmentradar.cli;

import io.segmentradar.core.RadarException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What a command says to its user: results on {@code out}, progress and errors on {@code err}. */
public final class Terminal {
    private final Messages messages;
    private final PrintStream out;
    private final PrintStream err;

    public Terminal(Messages messages, PrintStream out, PrintStream err) {
        this.messages = messages;
        this.out = out;
        this.err = err;
    }

    public Messages messages() {
        return messages;
    }

    public PrintStream out() {
        return out;
    }

    public void line(String text) {
        out.println(text);
    }

    public void progress(String text) {
        err.println(text);
        err.flush();
    }

    /** True if a person sits in front of it: input and output are a terminal, and this is no build server. */
    public boolean isInteractive() {
        // Later Java versions have a console without a terminal unless told otherwise.
        System.setProperty("jdk.console", "java.base");
        String ci = System.getenv("CI");
        return System.console() != null && (ci == null || ci.isEmpty());
    }

    /** Tells what went wrong and returns the exit code; a stack trace only where the fault is the program's. */
    int failed(Throwable failure) {
        ExitCode code = ExitCode.of(failure);
        if (isOutOfMemory(failure)) {
            err.println(messages.text("error.memory", Runtime.getRuntime().maxMemory() >> 20));
        } else if (failure instanceof RadarException) {
            err.println(messages.text("error", failure.getMessage()));
        } else if (failure instanceof UncheckedIOException || failure instanceof IOException) {
            err.println(messages.text("error", io(failure)));
        } else {
            err.println(messages.text("error.unexpected", failure));
            failure.printStackTrace(err);
        }
        err.flush();
        return code.code();
    }

    /** Workers pass on what stopped them as the cause of their own failure. */
    private static boolean isOutOfMemory(Throwable failure) {
        Throwable cause = failure;
        while (cause != null && !(cause instanceof OutOfMemoryError)) {
            cause = cause.getCause();
        }
        return cause != null;
    }

    private String io(Throwable failure) {
        Throwable cause = failure instanceof UncheckedIOException ? failure.getCause() : failure;
        if (cause instanceof NoSuchFileException missing) {
            return messages.text("error.no_such_file", missing.getFile());
        }
        if (cause instanceof AccessDeniedException denied) {
            return messages.text("error.access_denied", denied.getFile());
        }
        if (cause instanceof FileSystemException file) {
            return messages.text("error.file", file.getFile(), file.getReason());
        }
        return messages.text("error.io", cause.getMessage());
    }
}
