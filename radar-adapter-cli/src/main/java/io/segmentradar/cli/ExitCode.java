package io.segmentradar.cli;

import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.panel.InputRejectedException;
import io.segmentradar.core.panel.NotEnoughHistoryException;
import io.segmentradar.core.run.SpecException;
import io.segmentradar.features.sample.SampleRequestException;
import io.segmentradar.http.access.AccessException;

/** The one table from outcomes to exit codes. */
public enum ExitCode {
    DONE(0),
    FAILED(1),
    WRONG_USAGE(2),
    INPUT_REJECTED(3),
    NOT_ENOUGH_HISTORY(4);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    public static ExitCode of(Throwable failure) {
        if (failure instanceof SpecException
                || failure instanceof UsageException
                || failure instanceof ModelsRefusedException
                || failure instanceof AccessException
                || failure instanceof SampleRequestException) {
            return WRONG_USAGE;
        }
        if (failure instanceof InputRejectedException) {
            return INPUT_REJECTED;
        }
        return failure instanceof NotEnoughHistoryException ? NOT_ENOUGH_HISTORY : FAILED;
    }
}
