package io.segmentradar.planted.core.run;

/** Planted violation: the architecture suite must object to it. */
public final class ReadsClock {
    public long now() {
        return System.nanoTime();
    }
}
