package io.segmentradar.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** A file system in memory that is soon full. Tests that need it are skipped where mounting is not allowed. */
public final class SmallDisk implements AutoCloseable {
    private final Path path;

    private SmallDisk(Path path) {
        this.path = path;
    }

    /**
     * @param size as {@code mount} has it, such as {@code 6m}
     */
    public static SmallDisk mountOrSkip(Path path, String size) throws IOException {
        SmallDisk disk = new SmallDisk(Files.createDirectory(path));
        Assumptions.assumeTrue(
                command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", path.toString()),
                "needs the right to mount a tmpfs");
        return disk;
    }

    public Path path() {
        return path;
    }

    /** As an operator makes room. */
    public void resize(String size) throws IOException {
        if (!command("mount", "-o", "remount,size=" + size, path.toString())) {
            throw new IOException(path + " cannot be made " + size);
        }
    }

    @Override
    public void close() {
        if (!command("umount", "-l", path.toString())) {
            throw new UncheckedIOException(new IOException(path + " stays mounted"));
        }
    }

    private static boolean command(String... words) {
        try {
            return new ProcessBuilder(words).redirectErrorStream(true).start().waitFor() == 0;
        } catch (IOException noSuchCommand) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException("Interrupted at " + String.join(" ", words), e);
        }
    }
}
