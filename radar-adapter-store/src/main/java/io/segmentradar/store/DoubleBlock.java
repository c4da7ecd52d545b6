package io.segmentradar.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Doubles as little-endian bytes, exact to the last bit. */
final class DoubleBlock {
    private DoubleBlock() {}

    static byte[] encode(double[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(values.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }

    static double[] decode(byte[] bytes) {
        double[] values = new double[bytes.length / Double.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asDoubleBuffer().get(values);
        return values;
    }
}
