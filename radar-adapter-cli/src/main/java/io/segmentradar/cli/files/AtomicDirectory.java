package io.segmentradar.cli.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A directory whose files change all at once. The files of each publication live in a directory of their own under
 * {@code .runs}; what the user sees are links through the one link {@code .runs/current}, which is replaced by a single
 * rename. Killed at any point, the previous publication is whole; what a killed writer left is removed by the next. A
 * publication is kept until the one after its successor, for readers that have its files open by name.
 *
 * <p>Where the file system has no symbolic links, files are renamed into place one by one, {@code last} at the end.
 */
final class AtomicDirectory {
    private static final String STAGING = "staging-";

    private final Path directory;
    private final Path runs;

    private AtomicDirectory(Path directory) {
        this.directory = directory;
        this.runs = directory.resolve(".runs");
    }

    /** Checks first that the directory can be written to, so that a long calculation does not fail at its end. */
    static AtomicDirectory writable(Path directory) {
        AtomicDirectory writable = new AtomicDirectory(directory);
        try {
            Files.createDirectories(writable.runs);
            Files.delete(Files.createTempFile(writable.runs, "probe", null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return writable;
    }

    /** Writes the files of one publication into the directory it is given. */
    interface Content {
        void writeTo(Path staging) throws IOException;
    }

    /**
     * @param name of this publication; publishing a name again replaces it
     * @param last file that tells readers without links that the publication is complete
     */
    void publish(String name, String last, Content content) {
        try {
            publishWhole(name, last, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void publishWhole(String name, String last, Content content) throws IOException {
        Files.createDirectories(runs);
        try (FileChannel lockFile =
                FileChannel.open(runs.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lockFile.lock(); // another run waits here; closing the channel releases it
            removeStale();
            Path staging = runs.resolve(STAGING + name);
            Files.createDirectory(staging);
            try {
                content.writeTo(staging);
                sync(staging);
                swap(staging, name, last);
            } finally {
                deleteTree(staging);
            }
        }
    }

    private void removeStale() throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            for (Path entry : entries.toList()) {
                if (entry.getFileName().toString().startsWith(STAGING)) {
                    deleteTree(entry);
                }
            }
        }
    }

    private void swap(Path staging, String name, String last) throws IOException {
        List<String> files = names(staging);
        Path home = runs.resolve(name + "-" + Long.toUnsignedString(System.nanoTime(), Character.MAX_RADIX));
        Path previous = currentTarget();
        Path freshLink = runs.resolve(STAGING + "current");
        try {
            Files.createSymbolicLink(freshLink, home.getFileName());
        } catch (UnsupportedOperationException | FileSystemException noLinks) {
            moveOneByOne(staging, files, last);
            return;
        }
        Files.move(staging, home, StandardCopyOption.ATOMIC_MOVE);
        Files.move(freshLink, runs.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        for (String file : files) {
            link(file);
        }
        sync(directory);
        removeAllBut(home, previous);
    }

    private void removeAllBut(Path current, Path previous) throws IOException {
        try (Stream<Path> entries = Files.list(runs)) {
            for (Path entry : entries.toList()) {
                boolean publication = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
                if (publication && !entry.equals(current) && !entry.equals(previous)) {
                    deleteTree(entry);
                }
            }
        }
    }

    /** The publication that is shown now; null if there is none. */
    private Path currentTarget() throws IOException {
        Path current = runs.resolve("current");
        return Files.isSymbolicLink(current) ? runs.resolve(Files.readSymbolicLink(current)) : null;
    }

    private void link(String file) throws IOException {
        Path visible = directory.resolve(file);
        if (Files.isSymbolicLink(visible)) {
            return;
        }
        Path fresh = runs.resolve(STAGING + "link");
        Files.deleteIfExists(fresh);
        Files.createSymbolicLink(fresh, Path.of(".runs", "current", file));
        Files.move(fresh, visible, StandardCopyOption.ATOMIC_MOVE);
    }

    private void moveOneByOne(Path staging, List<String> files, String last) throws IOException {
        for (String file : files) {
            if (!file.equals(last)) {
                move(staging, file);
            }
        }
        move(staging, last);
    }

    private void move(Path staging, String file) throws IOException {
        Files.move(
                staging.resolve(file),
                directory.resolve(file),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
        }
    }

    private static void sync(Path folder) throws IOException {
        for (String name : names(folder)) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
        }
    }

    private static void deleteTree(Path path) throws IOException {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            try (Stream<Path> entries = Files.list(path)) {
                for (Path entry : entries.toList()) {
                    deleteTree(entry);
                }
            }
        }
        Files.delete(path);
    }
}
