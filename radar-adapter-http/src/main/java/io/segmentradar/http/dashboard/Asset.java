package io.segmentradar.http.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** A file of the pages, read and compressed once. */
final class Asset {
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml",
            "woff2", "font/woff2");

    private final String type;
    private final byte[] plain;
    private final byte[] gzip;
    private final String hash;

    private Asset(String type, byte[] plain, byte[] gzip) {
        this.type = type;
        this.plain = plain;
        this.gzip = gzip;
        this.hash = hash(plain);
    }

    /** The file of that name beside this class; empty if there is none. */
    static Optional<Asset> load(String name) {
        return read(name).map(plain -> of(name, plain));
    }

    /** What a file of that name would be if it held {@code plain}. */
    static Asset of(String name, byte[] plain) {
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return new Asset(TYPES.get(ending), plain, ending.equals("woff2") ? plain : compress(plain));
    }

    /** The text of a file that is known to be there. */
    static String text(String name) {
        return new String(
                read(name).orElseThrow(() -> new IllegalStateException("The jar has no page file " + name)),
                StandardCharsets.UTF_8);
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("The page file " + name + " cannot be read from the jar", e);
        }
    }

    private static byte[] compress(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String type() {
        return type;
    }

    byte[] plain() {
        return plain;
    }

    boolean isCompressed() {
        return gzip != plain;
    }

    byte[] gzip() {
        return gzip;
    }

    /** The same for the same bytes. */
    String hash() {
        return hash;
    }

    /** ETag: the same for the same bytes. */
    String tag() {
        return '"' + hash + '"';
    }
}
