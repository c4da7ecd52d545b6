package io.segmentradar.models.archive;

import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelStore;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.forecast.trained.TrainedModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Trained models in a directory: each training in a directory of its own named by {@link ModelArchive#id}, with
 * {@code models.properties} (provenance, inputs, parameters, hashes) and one LightGBM text file a model. The file
 * {@code current} names the training that counts; it is replaced last, by a single rename. Earlier trainings stay until
 * somebody deletes them.
 */
public final class ModelDirectory implements ModelStore {
    private static final String INDEX = "models.properties";
    private static final String CURRENT = "current";
    private static final String DRAFT = ".draft-";

    private final Path directory;

    public ModelDirectory(Path directory) {
        this.directory = directory;
    }

    @Override
    public void save(ModelArchive archive) {
        try {
            Files.createDirectories(directory);
            Path home = directory.resolve(archive.id());
            if (!Files.exists(home.resolve(INDEX))) {
                Path draft = Files.createTempDirectory(directory, DRAFT);
                try {
                    write(archive, draft);
                    Files.move(draft, home, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    delete(draft);
                }
            }
            Path pointer = Files.createTempFile(directory, DRAFT, null);
            Files.writeString(pointer, archive.id() + "\n");
            Files.move(pointer, directory.resolve(CURRENT), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(ModelArchive archive, Path folder) throws IOException {
        for (TrainedModel model : archive.models()) {
            Files.writeString(file(folder, model.name()), model.text());
        }
        Files.writeString(folder.resolve(INDEX), ArchiveIndex.write(archive));
    }

    @Override
    public Optional<ModelArchive> current() {
        Path pointer = directory.resolve(CURRENT);
        if (!Files.exists(pointer)) {
            return Optional.empty();
        }
        try {
            Path home = directory.resolve(Files.readString(pointer).strip());
            return Optional.of(ArchiveIndex.read(Files.readString(home.resolve(INDEX)), name -> text(home, name)));
        } catch (NoSuchFileException e) {
            throw new ModelsRefusedException("The models in " + directory + " are not complete: " + e.getMessage()
                    + " is missing. Restore it, or train anew.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path home, String name) {
        try {
            return Files.readString(file(home, name));
        } catch (NoSuchFileException e) {
            throw new ModelsRefusedException(
                    "The model file " + e.getMessage() + " is missing. Restore it, or train anew.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(name + ".txt");
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder)) {
            files = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.delete(file);
        }
    }
}
