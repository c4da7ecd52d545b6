package io.segmentradar.models.lightgbm;

import io.github.metarank.lightgbm4j.LGBMBooster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Loads the native library once, from a directory of this process alone: the library unpacks itself under a fixed name
 * into {@code java.io.tmpdir}, and a second process doing so would truncate a file that the first has mapped, which kills
 * it.
 */
final class NativeLibrary {
    private static final String TMPDIR = "java.io.tmpdir";
    private static boolean loaded;

    private NativeLibrary() {}

    static synchronized void load() {
        if (loaded) {
            return;
        }
        String shared = System.getProperty(TMPDIR);
        try {
            Path own = Files.createTempDirectory("segment-radar-native");
            System.setProperty(TMPDIR, own.toString());
            try {
                LGBMBooster.loadNative();
            } finally {
                System.setProperty(TMPDIR, shared);
                // Mapped files stay usable after their names are gone; where they cannot be deleted the system will.
                delete(own);
            }
        } catch (IOException e) {
            throw new LightGbmException(
                    "Cannot unpack the LightGBM library below " + shared + ": " + e.getMessage(), e);
        }
        // The library logs a failed load and goes on; the first call would then end in an UnsatisfiedLinkError.
        if (!LGBMBooster.isNativeLoaded()) {
            throw new LightGbmException("The LightGBM library does not load on " + System.getProperty("os.name") + "/"
                    + System.getProperty("os.arch") + ". On Linux install the OpenMP runtime (package libgomp1).");
        }
        loaded = true;
    }

    private static void delete(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> walk = Files.walk(directory)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            if (!file.toFile().delete()) {
                file.toFile().deleteOnExit();
            }
        }
    }
}
