package io.segmentradar.nba.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactDocumentationTest {
    @Test
    void everyFactIsInTheDocumentation() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "actions.md"));
        RadarSpec spec = new SpecLoader().load("imbank");
        List<Fact> facts = new ArrayList<>(KpiFacts.of(spec.kpis().kpi("deposits")));
        SegmentFacts.of(spec.kpis(), spec.hierarchy()).stream()
                .filter(fact -> !spec.amountLabels().containsKey(fact.id()))
                .filter(fact -> spec.kpis().ids().stream().noneMatch(fact.id()::startsWith))
                .filter(fact ->
                        !fact.id().startsWith("digital_share") && !fact.id().startsWith("auto_transfer_share"))
                .forEach(facts::add);

        List<String> missing = facts.stream()
                .map(Fact::id)
                .filter(id -> !page.contains("`" + id + "`"))
                .toList();

        assertEquals(List.of(), missing);
    }
}
