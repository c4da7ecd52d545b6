package io.segmentradar.cli.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicDirectoryTest {
    @TempDir
    Path temp;

    @Test
    void aPublicationReplacesTheOneBeforeAndOneOlderIsKept() throws IOException {
        AtomicDirectory directory = AtomicDirectory.writable(temp.resolve("out"));
        publish(directory, "one");
        publish(directory, "two");
        publish(directory, "three");

        assertEquals("three", read("a.csv"));
        assertEquals("three", read("b.csv"));
        try (Stream<Path> kept = Files.list(temp.resolve("out/.runs"))) {
            assertEquals(
                    2,
                    kept.filter(entry -> Files.isDirectory(entry, java.nio.file.LinkOption.NOFOLLOW_LINKS))
                            .count());
        }
    }

    @Test
    void aWriterThatFailsLeavesThePreviousPublicationWhole() throws IOException {
        AtomicDirectory directory = AtomicDirectory.writable(temp.resolve("out"));
        publish(directory, "one");

        assertThrows(
                UncheckedIOException.class,
                () -> directory.publish("two", "b.csv", staging -> {
                    Files.writeString(staging.resolve("a.csv"), "two");
                    throw new IOException("No space left on device");
                }));

        assertEquals("one", read("a.csv"));
        assertEquals("one", read("b.csv"));
    }

    @Test
    void whatAKilledWriterLeftIsRemovedByTheNext() throws IOException {
        AtomicDirectory directory = AtomicDirectory.writable(temp.resolve("out"));
        publish(directory, "one");
        Path left = Files.createDirectory(temp.resolve("out/.runs/staging-dead"));
        Files.writeString(left.resolve("a.csv"), "half");

        publish(directory, "two");

        assertFalse(Files.exists(left));
        assertEquals("two", read("a.csv"));
    }

    @Test
    void otherFilesInTheDirectoryStay() throws IOException {
        Path out = Files.createDirectory(temp.resolve("out"));
        Files.writeString(out.resolve("notes.txt"), "mine");
        Files.writeString(out.resolve("a.csv"), "from an older version");

        publish(AtomicDirectory.writable(out), "one");

        assertEquals("mine", read("notes.txt"));
        assertEquals("one", read("a.csv"));
    }

    @Test
    void aReaderOfTheCurrentLinkNeverSeesAMixture() throws Exception {
        AtomicDirectory directory = AtomicDirectory.writable(temp.resolve("out"));
        publish(directory, "0");
        AtomicBoolean done = new AtomicBoolean();
        Thread writer = new Thread(() -> {
            try {
                for (int i = 1; i <= 50; i++) {
                    publish(directory, String.valueOf(i));
                }
            } finally {
                done.set(true);
            }
        });
        writer.start();
        int whole = 0;
        while (!done.get()) {
            try {
                Path current = temp.resolve("out/.runs/current").toRealPath();
                assertEquals(Files.readString(current.resolve("a.csv")), Files.readString(current.resolve("b.csv")));
                whole++;
            } catch (java.nio.file.NoSuchFileException replacedMeanwhile) {
                continue;
            }
        }
        writer.join();
        assertTrue(whole > 0);
        assertEquals("50", read("a.csv"));
    }

    private static void publish(AtomicDirectory directory, String text) {
        directory.publish("run", "b.csv", staging -> {
            Files.writeString(staging.resolve("a.csv"), text);
            Files.writeString(staging.resolve("b.csv"), text);
        });
    }

    private String read(String file) throws IOException {
        return Files.readString(temp.resolve("out").resolve(file));
    }
}
