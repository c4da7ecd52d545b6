package io.segmentradar.report.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was told to whom, kept in a JSON file; replaced as a whole after each delivery, so a crash repeats at most one. */
final class SentLog {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;
    private final Map<String, Set<String>> told;

    /**
     * @throws NotifyException if the file exists but is not a sent log
     */
    SentLog(Path file) {
        this.file = file;
        this.told = read(file);
    }

    private static Map<String, Set<String>> read(Path file) {
        if (!Files.exists(file)) {
            return new TreeMap<>();
        }
        try {
            Map<String, Set<String>> stored =
                    JSON.readValue(Files.readString(file), new TypeReference<TreeMap<String, Set<String>>>() {});
            return stored == null ? new TreeMap<>() : stored;
        } catch (JsonProcessingException e) {
            throw new NotifyException(
                    file + " is not a log of sent messages: " + e.getOriginalMessage()
                            + ". Delete it to send everything again.",
                    e);
        } catch (IOException e) {
            throw new NotifyException("Cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    Set<String> told(String reader) {
        return Set.copyOf(told.getOrDefault(reader, Set.of()));
    }

    void add(String reader, Collection<String> ids) {
        told.computeIfAbsent(reader, name -> new TreeSet<>()).addAll(ids);
        Path parent = file.toAbsolutePath().getParent();
        try {
            Files.createDirectories(parent);
            Path draft = Files.createTempFile(parent, file.getFileName().toString(), ".tmp");
            Files.writeString(draft, JSON.writeValueAsString(told));
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new NotifyException("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
