package io.segmentradar.planted.core.run;

import com.fasterxml.jackson.databind.ObjectMapper;

/** Planted violation: the architecture suite must object to it. */
public record UsesLibrary(ObjectMapper json) {}
