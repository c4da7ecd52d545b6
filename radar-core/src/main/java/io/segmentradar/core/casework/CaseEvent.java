package io.segmentradar.core.casework;

import java.util.Optional;

/** A past change of a case: what it was afterwards, and the note that came with it. */
public record CaseEvent(AlertCase after, Optional<String> note) {}
