package io.segmentradar.features.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/** A growing buffer of bytes that knows how to write numbers; ASCII symbols only, other texts come encoded. */
final class ByteLine {
    private static final long SCALE = 10_000;

    private byte[] bytes = new byte[1 << 16];
    private int length;

    ByteLine text(byte[] encoded) {
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, length, encoded.length);
        length += encoded.length;
        return this;
    }

    ByteLine symbol(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    ByteLine comma() {
        return symbol(',');
    }

    /** A number that is not negative, rounded to four decimals, without trailing zeros but for the first decimal. */
    ByteLine decimal(double value) {
        long scaled = Math.round(value * SCALE);
        return whole(scaled / SCALE).fraction((int) (scaled % SCALE));
    }

    /** The same with thousands separators, in quotes. */
    ByteLine grouped(double value) {
        long scaled = Math.round(value * SCALE);
        symbol('"');
        long whole = scaled / SCALE;
        long power = 1;
        while (whole / power >= 1000) {
            power *= 1000;
        }
        whole(whole / power);
        for (power /= 1000; power > 0; power /= 1000) {
            int group = (int) (whole / power % 1000);
            comma().digit(group / 100).digit(group / 10 % 10).digit(group % 10);
        }
        return fraction((int) (scaled % SCALE)).symbol('"');
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    private ByteLine whole(long value) {
        reserve(20);
        int start = length;
        long rest = value;
        do {
            bytes[length++] = (byte) ('0' + rest % 10);
            rest /= 10;
        } while (rest > 0);
        for (int left = start, right = length - 1; left < right; left++, right--) {
            byte swap = bytes[left];
            bytes[left] = bytes[right];
            bytes[right] = swap;
        }
        return this;
    }

    private ByteLine fraction(int tenThousandths) {
        symbol('.').digit(tenThousandths / 1000);
        int rest = tenThousandths % 1000;
        for (int power = 100; rest > 0; power /= 10) {
            digit(rest / power);
            rest %= power;
        }
        return this;
    }

    private ByteLine digit(int digit) {
        return symbol((char) ('0' + digit));
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
