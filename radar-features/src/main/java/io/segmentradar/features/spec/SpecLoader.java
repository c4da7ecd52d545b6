package io.segmentradar.features.spec;

import io.segmentradar.core.names.NearestNames;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.SpecException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Loads spec files: those built in, by name, and a bank's own, by path. Stateless. */
public final class SpecLoader {
    private static final List<String> BUILT_IN = List.of("imbank");
    private static final int LARGEST = 1 << 20;

    /**
     * Reads and validates a spec.
     *
     * @param nameOrPath a built-in name or the path of a YAML file in UTF-8
     * @throws SpecException naming every problem with file, line, key path and what is allowed
     */
    public RadarSpec load(String nameOrPath) {
        byte[] bytes = BUILT_IN.contains(nameOrPath) ? resource(nameOrPath) : file(nameOrPath);
        return SpecReader.read(nameOrPath, decode(nameOrPath, bytes), sha256(bytes));
    }

    /**
     * The text of a built-in spec, to read or to start one's own from.
     *
     * @throws SpecException if there is no such spec
     */
    public String show(String name) {
        if (!BUILT_IN.contains(name)) {
            throw new SpecException("There is no built-in spec '" + name + "'" + NearestNames.hint(name, BUILT_IN)
                    + "; built in: " + String.join(", ", BUILT_IN));
        }
        return decode(name, resource(name));
    }

    private static byte[] resource(String name) {
        try (InputStream in = SpecLoader.class.getResourceAsStream(name + ".yaml")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the built-in spec " + name, e);
        }
    }

    private static byte[] file(String path) {
        try (InputStream in = Files.newInputStream(Path.of(path))) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new SpecException(
                        "'" + path + "' is larger than 1 MB: that is no spec file. Is it an input file?");
            }
            return bytes;
        } catch (NoSuchFileException | InvalidPathException e) {
            throw new SpecException(
                    "'" + path + "' is neither a file nor a built-in spec" + NearestNames.hint(path, BUILT_IN)
                            + "; built in: " + String.join(", ", BUILT_IN),
                    e);
        } catch (IOException e) {
            throw new SpecException("Cannot read spec file '" + path + "': " + e, e);
        }
    }

    private static String decode(String name, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new SpecException("Spec file '" + name + "' is not valid UTF-8. Save it as UTF-8.", e);
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
