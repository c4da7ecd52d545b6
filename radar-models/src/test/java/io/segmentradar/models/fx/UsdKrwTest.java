package io.segmentradar.models.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.segmentradar.core.fx.FxMarket.HiddenRegime;
import io.segmentradar.core.fx.FxMarket.Skill;
import io.segmentradar.core.fx.FxRegime;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.features.csv.MonthlySeriesCsv;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real USD/KRW since 1981. */
class UsdKrwTest {
    private static final Path FILE = Path.of("../../shared/data/fx_usdkrw.csv");
    private static MonthlySeries rate;

    @BeforeAll
    static void read() {
        assumeTrue(Files.exists(FILE), FILE + " is not there");
        rate = MonthlySeriesCsv.read(FILE, FxRegime.SERIES, new Label("원/달러", "USD/KRW"), 0);
    }

    private static HiddenRegime hidden(YearMonth last) {
        RateSeries series = new RateSeries(rate, last);
        return HiddenRegimes.of(series.firstChange(), series.changes()).orElseThrow();
    }

    @Test
    void oneStepForecastsOfALargeMoveBeatTheClimatologicalFrequencyOutOfSample() {
        Skill skill = hidden(rate.values().lastKey()).skill().get(0);

        assertTrue(skill.months() > 450);
        assertTrue(skill.beats(), skill.toString());
        assertTrue(skill.climatologyLoss() - skill.modelLoss() > 2 * skill.standardError(), skill.toString());
    }

    @Test
    void nothingSaidOfAMonthChangesLater() {
        YearMonth then = YearMonth.of(1999, 7);
        HiddenRegime before = hidden(then);

        assertEquals(
                before.months(),
                hidden(rate.values().lastKey())
                        .months()
                        .subList(0, before.months().size()));
        assertEquals(
                FxRegime.history(then, rate),
                FxRegime.history(rate.values().lastKey(), rate)
                        .subList(0, FxRegime.history(then, rate).size()));
    }

    @Test
    void theCrisesAreTurbulent() {
        HiddenRegime hidden = hidden(rate.values().lastKey());

        for (YearMonth crisis : new YearMonth[] {YearMonth.of(1997, 12), YearMonth.of(2008, 10)}) {
            double high = hidden.months().stream()
                    .filter(month -> month.month().equals(crisis))
                    .findFirst()
                    .orElseThrow()
                    .high();
            assertTrue(high > 0.9, crisis + ": " + high);
        }
    }
}
