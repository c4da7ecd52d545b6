package io.segmentradar.http.dashboard;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    private final String tag;

    private Asset(String type, byte[] plain, byte[] gzip) {
        this.type = type;
        this.plain = plain;
        this.gzip = gzip;
        this.tag = '"' + hash(plain) + '"';
    }

    /** The file of that name beside this class; empty if there is none. */
    static Optional<Asset> load(String name) {
        try (InputStream in = Asset.class.getResourceAsStream(name)) {
            if (in == null) {
                return Optional.empty();
            }
            byte[] plain = in.readAllBytes();
            String ending = name.substring(name.lastIndexOf('.') + 1);
            return Optional.of(new Asset(TYPES.get(ending), plain, ending.equals("woff2") ? plain : compress(plain)));
        } catch (IOException e) {
            throw new UncheckedIOException("The page file " + name + " cannot be read from the jar", e);
        }
    }

    private static byte[] compress(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2);
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
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

    /** ETag: the same for the same bytes. */
    String tag() {
        return tag;
    }
}
