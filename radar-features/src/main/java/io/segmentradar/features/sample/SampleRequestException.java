package io.segmentradar.features.sample;

import io.segmentradar.core.RadarException;
import java.util.List;

/** A sample that cannot be made; the message names every fault of the request. */
public final class SampleRequestException extends RadarException {
    private static final long serialVersionUID = 1L;

    SampleRequestException(List<String> faults) {
        super("No such sample: " + String.join("; ", faults));
    }
}
