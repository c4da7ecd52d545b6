package io.segmentradar.features.csv;

import io.segmentradar.core.panel.InputRejectedException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The bytes of an input file, unpacked if they are gzip (told by their first bytes, not by the name), with size and
 * SHA-256 of what was delivered.
 */
final class DeliveredFile extends InputStream {
    private static final int BUFFER = 1 << 16;

    private final String name;
    private final Counted delivered;
    private final InputStream content;

    /**
     * @throws InputRejectedException if the file cannot be opened, is empty, or is an archive or workbook
     */
    DeliveredFile(Path path) {
        this.name = path.getFileName().toString();
        Counted opened = null;
        try {
            opened = new Counted(Files.newInputStream(path));
            PushbackInputStream start = new PushbackInputStream(opened, 2);
            byte[] magic = start.readNBytes(2);
            start.unread(magic);
            if (magic.length == 0) {
                throw new InputRejectedException(name + " is empty. Deliver the file again.");
            }
            if (magic.length == 2 && magic[0] == 'P' && magic[1] == 'K') {
                throw new InputRejectedException(
                        name + " is a ZIP archive or an Excel workbook. Deliver it as .csv or .csv.gz.");
            }
            boolean gzip = magic.length == 2 && magic[0] == (byte) 0x1f && magic[1] == (byte) 0x8b;
            this.delivered = opened;
            this.content = gzip ? new GZIPInputStream(start, BUFFER) : start;
        } catch (IOException e) {
            closeAfter(opened, e);
            throw unreadable(e);
        } catch (InputRejectedException e) {
            closeAfter(opened, e);
            throw e;
        }
    }

    private static void closeAfter(InputStream stream, Exception failure) {
        if (stream != null) {
            try {
                stream.close();
            } catch (IOException e) {
                failure.addSuppressed(e);
            }
        }
    }

    private InputRejectedException unreadable(IOException cause) {
        if (cause instanceof EOFException) {
            return new InputRejectedException(
                    name + " is truncated: its gzip data ends early. Deliver the file again.", cause);
        }
        if (cause instanceof ZipException) {
            return new InputRejectedException(
                    name + " is damaged: " + cause.getMessage() + ". Deliver the file again.", cause);
        }
        String why = cause instanceof NoSuchFileException ? "there is no such file" : cause.toString();
        return new InputRejectedException(name + " cannot be read: " + why + ". Check path and permissions.", cause);
    }

    String name() {
        return name;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * @throws InputRejectedException if the file is truncated or damaged
     */
    @Override
    public int read(byte[] buffer, int offset, int length) {
        try {
            return content.read(buffer, offset, length);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Reads what is left of the delivered bytes, so that size and digest cover all of them. */
    void drain() {
        try {
            delivered.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    long bytes() {
        return delivered.count;
    }

    /** Lower-case hex; call once, after {@link #drain}. */
    String sha256() {
        return HexFormat.of().formatHex(delivered.digest.digest());
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    /** Counts and digests what passes. */
    private static final class Counted extends FilterInputStream {
        private final MessageDigest digest;
        private long count;

        Counted(InputStream in) {
            super(in);
            try {
                this.digest = MessageDigest.getInstance("SHA-256");
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("Every Java platform has SHA-256", e);
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            if (n > 0) {
                digest.update(buffer, offset, n);
                count += n;
            }
            return n;
        }
    }
}
