package io.segmentradar.report.monthly;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.report.text.Words;
import org.junit.jupiter.api.Test;

class FxSectionTest {
    @Test
    void saysTheRegimeTheChanceOfALargeMoveAndWhoIsExposed() {
        RadarRun run = RadarRuns.run();
        String line = new FxSection(new RunView(run, Visibility.ALL), new Words(run.spec(), Language.EN)).markup();

        assertTrue(line.contains("won weakens, volatility high"), line);
        assertTrue(line.contains("chance of a move above "), line);
        assertTrue(line.contains(" next month 33"), line);
        assertTrue(line.contains("exporter 6, importer 6"), line);
    }
}
