package io.segmentradar.http.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A finished body: its bytes, the same compressed, and a tag that changes when they do. Immutable by convention. */
public final class Payload {
    private static final int WORTH_COMPRESSING = 1024;

    private final String contentType;
    private final byte[] plain;
    private final byte[] gzip;
    private final String tag;

    public Payload(String contentType, byte[] plain) {
        this.contentType = contentType;
        this.plain = plain;
        this.gzip = plain.length < WORTH_COMPRESSING ? plain : gzip(plain);
        this.tag = "W/\"" + hash(plain) + '"';
    }

    public static Payload json(Object value) {
        return new Payload("application/json", Wire.bytes(value));
    }

    public String contentType() {
        return contentType;
    }

    public byte[] plain() {
        return plain;
    }

    public byte[] gzip() {
        return gzip;
    }

    public boolean isCompressed() {
        return gzip != plain;
    }

    /** Weak entity tag: both encodings share it. */
    public String tag() {
        return tag;
    }

    /** Bytes held. */
    public int size() {
        return plain.length + (isCompressed() ? gzip.length : 0);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(plain.length / 6);
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail to be written", e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
