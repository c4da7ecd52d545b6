package io.segmentradar.planted.core.run;

/** Planted violation: the architecture suite must object to it. */
public final class HasSetter {
    private int value;

    public void setValue(int value) {
        this.value = value;
    }

    public int value() {
        return value;
    }
}
