package io.segmentradar.models.archive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.forecast.CovariateVerdict;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.trained.FeatureSchema;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.ModelsRefusedException;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.forecast.trained.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelDirectoryTest {
    @TempDir
    Path folder;

    private static ModelArchive archive(String text) {
        FeatureSchema schema = new FeatureSchema(
                List.of("lag_1", "key_0", "covariate_esi"),
                Map.of("key_0", List.of("제조업", "a=b: c\\d", " #odd\n", "")));
        TrainedModel one = new TrainedModel(
                "deposits",
                "lightgbm_level",
                YearMonth.of(2024, 12),
                Horizon.ONE,
                schema,
                Map.of("num_leaves", "15"),
                text);
        return new ModelArchive(
                new Provenance(YearMonth.of(2024, 12), "ab12", "korea", 42, Map.of("lightgbm", "4.3.0")),
                Map.of("deposits", 0.1 + 0.2),
                List.of(one),
                List.of(new CovariateVerdict("deposits", "esi", 3, Double.NaN, 0.25, true)));
    }

    @Test
    void whatIsSavedIsReadAgainAsItWas() {
        ModelDirectory directory = new ModelDirectory(folder.resolve("models"));
        assertEquals(Optional.empty(), directory.current());
        directory.save(archive("tree\none\n"));
        assertEquals(Optional.of(archive("tree\none\n")), directory.current());
        directory.save(archive("tree\ntwo\n"));
        assertEquals(Optional.of(archive("tree\ntwo\n")), directory.current());
        directory.save(archive("tree\none\n"));
        assertEquals(List.of("esi"), directory.current().orElseThrow().covariatesOf("deposits"));
    }

    @Test
    void savingTwiceWritesTheSameBytes() throws IOException {
        assertEquals(ArchiveIndex.write(archive("tree")), ArchiveIndex.write(archive("tree")));
        new ModelDirectory(folder).save(archive("tree"));
        new ModelDirectory(folder).save(archive("tree"));
        try (Stream<Path> entries = Files.list(folder)) {
            assertEquals(2, entries.count(), "one training and the file that names it");
        }
    }

    @Test
    void aChangedOrMissingModelFileIsRefusedByName() throws IOException {
        ModelArchive archive = archive("tree\none\n");
        ModelDirectory directory = new ModelDirectory(folder);
        directory.save(archive);
        Path text = folder.resolve(archive.id()).resolve("deposits-lightgbm_level-2024-12-h1.txt");

        Files.writeString(text, "tree\none!\n");
        assertRefused(directory, "deposits-lightgbm_level-2024-12-h1 is damaged");
        Files.delete(text);
        assertRefused(directory, "deposits-lightgbm_level-2024-12-h1.txt is missing");
    }

    @Test
    void aChangedIndexIsRefused() throws IOException {
        ModelArchive archive = archive("tree\none\n");
        ModelDirectory directory = new ModelDirectory(folder);
        directory.save(archive);
        Path index = folder.resolve(archive.id()).resolve("models.properties");
        String text = Files.readString(index);

        Files.writeString(index, text.replace("seed=42", "seed=43"));
        assertRefused(directory, "have been changed");
        Files.writeString(index, text.replace("format=1", "format=2"));
        assertRefused(directory, "format 2");
        Files.writeString(index, text.replace("seed=42", "seed=many"));
        assertRefused(directory, "damaged");
    }

    private static void assertRefused(ModelDirectory directory, String why) {
        var refused = assertThrows(ModelsRefusedException.class, directory::current);
        assertTrue(refused.getMessage().contains(why), refused.getMessage());
    }
}
