package io.segmentradar.features.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.fx.FxFactor;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.SpecException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InsightReaderTest {
    private static final String BANK = """
            name: mybank
            title: {ko: 은행, en: Bank}
            month: {column: month, pattern: YYYY-MM}
            unit: {currency: KRW, label: {ko: 원, en: won}}
            keys:
              - {id: region, column: region, label: {ko: 지역, en: Region}}
            amounts:
              - {column: sold, label: {ko: 수출, en: Exports}}
              - {column: bought, label: {ko: 수입, en: Imports}}
            kpis:
              - {id: trade, label: {ko: 외환, en: FX}, kind: flow, formula: sold + bought}
            alerts: {floors: {trade: 1}}
            """;

    @TempDir
    private Path directory;

    @Test
    void aSpecWithoutTheSectionsComparesAsUsualAndHasNoFxBusiness() throws IOException {
        RadarSpec spec = load("");

        assertEquals(AlikePolicy.USUAL, spec.alike());
        assertTrue(spec.fx().isEmpty());
    }

    @Test
    void weightsThatAreNamedReplaceTheUsualOnes() throws IOException {
        RadarSpec spec = load("""
                alike: {weights: {key: 0, mix: 4}, neighbours: 3, least_clusters: 2, most_clusters: 5}
                fx: {exports: sold, imports: bought, sensitive: [trade], falling: [trade], risk: {size: 0.5}}
                """);

        assertEquals(0, spec.alike().weights().of(Aspect.KEY));
        assertEquals(4, spec.alike().weights().of(Aspect.MIX));
        assertEquals(Aspect.SHAPE.usualWeight(), spec.alike().weights().of(Aspect.SHAPE));
        assertEquals(3, spec.alike().neighbours());
        FxPolicy fx = spec.fx().orElseThrow();
        assertEquals("usdkrw", fx.series());
        assertEquals(0.5, fx.risk().get(FxFactor.SIZE));
        assertEquals(0.25, fx.risk().get(FxFactor.MOMENTUM));
    }

    @Test
    void aWrongSectionNamesWhatIsWrong() {
        String message = assertThrows(SpecException.class, () -> load("""
                                alike: {weights: {shap: 1}, least_clusters: 9}
                                fx: {exports: sold}
                                """)).getMessage();

        assertTrue(message.contains("there is no 'shap' (did you mean 'shape'?)"), message);
        assertTrue(message.contains("Groups to try go from 2 to 20, got 9 to 8"), message);
        assertTrue(message.contains("fx.imports: is required"), message);
    }

    @Test
    void columnsThatDoNotExistAreNamed() {
        String message = assertThrows(
                        SpecException.class,
                        () -> load("fx: {exports: sold, imports: gone, sensitive: [deposits], rising: [use]}\n"))
                .getMessage();

        assertTrue(message.contains("fx: gone"), message);
        assertTrue(message.contains("fx.sensitive: deposits"), message);
        assertTrue(message.contains("fx: use"), message);
    }

    private RadarSpec load(String sections) throws IOException {
        Path file = Files.writeString(directory.resolve("spec.yaml"), BANK + sections);
        return new SpecLoader().load(file.toString());
    }
}
