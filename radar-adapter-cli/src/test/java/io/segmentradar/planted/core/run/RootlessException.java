package io.segmentradar.planted.core.run;

/** Planted violation: the architecture suite must object to it. */
public class RootlessException extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
