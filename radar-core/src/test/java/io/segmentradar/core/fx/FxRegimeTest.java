package io.segmentradar.core.fx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.fx.FxRegime.Trend;
import io.segmentradar.core.fx.FxRegime.Volatility;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import java.time.YearMonth;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FxRegimeTest {
    private static final YearMonth FIRST = YearMonth.of(2015, 1);

    @Test
    void aDeviationLargerThanSixOfTenSoFarIsATrend() {
        NavigableMap<YearMonth, Double> rates = calm(40);
        YearMonth now = rates.lastKey();
        rates.put(now.minusMonths(2), 1000.0);
        rates.put(now.minusMonths(1), 1000.0);

        rates.put(now, 1031.0);
        FxRegime up = FxRegime.knownAt(now, series(rates, 0)).orElseThrow();
        assertEquals(Trend.UP, up.trend());
        assertEquals(1031 / (3031 / 3.0) - 1, up.deviation(), 1e-12);

        rates.put(now, 1000.1);
        assertEquals(
                Trend.RANGE,
                FxRegime.knownAt(now, series(rates, 0)).orElseThrow().trend());
        rates.put(now, 970.0);
        assertEquals(
                Trend.DOWN,
                FxRegime.knownAt(now, series(rates, 0)).orElseThrow().trend());
    }

    @Test
    void theSameMoveIsATrendInCalmTimesAndNoneInWildOnes() {
        NavigableMap<YearMonth, Double> calm = calm(60);
        NavigableMap<YearMonth, Double> wild = wild(60);
        for (NavigableMap<YearMonth, Double> rates : List.of(calm, wild)) {
            YearMonth now = rates.lastKey();
            rates.put(now.minusMonths(2), 1000.0);
            rates.put(now.minusMonths(1), 1000.0);
            rates.put(now, 1010.0);
        }

        assertEquals(
                Trend.UP,
                FxRegime.knownAt(calm.lastKey(), series(calm, 0)).orElseThrow().trend());
        assertEquals(
                Trend.RANGE,
                FxRegime.knownAt(wild.lastKey(), series(wild, 0)).orElseThrow().trend());
    }

    @Test
    void theHistoryIsWhatWasKnownMonthByMonth() {
        MonthlySeries rates = series(wild(70), 0);

        List<FxRegime> history = FxRegime.history(FIRST.plusMonths(69), rates);
        assertEquals(70 - 3 - FxRegime.LEAST_SPREADS + 1, history.size());
        for (FxRegime regime : history) {
            assertEquals(regime, FxRegime.knownAt(regime.month(), rates).orElseThrow());
        }
    }

    @Test
    void volatilityIsRankedAgainstItsOwnPast() {
        NavigableMap<YearMonth, Double> rates = calm(40);
        YearMonth now = rates.lastKey();
        rates.put(now, rates.get(now) * 1.08);

        assertEquals(
                Volatility.HIGH,
                FxRegime.knownAt(now, series(rates, 0)).orElseThrow().volatility());
    }

    @Test
    void laterMonthsNeverChangeWhatWasSaidBefore() {
        NavigableMap<YearMonth, Double> rates = wild(80);
        for (YearMonth month = FIRST.plusMonths(10); !month.isAfter(rates.lastKey()); month = month.plusMonths(1)) {
            MonthlySeries prefix = series(new TreeMap<>(rates.headMap(month, true)), 0);
            assertEquals(FxRegime.knownAt(month, prefix), FxRegime.knownAt(month, series(rates, 0)));
        }
    }

    @Test
    void aPublicationLagMovesTheViewBack() {
        NavigableMap<YearMonth, Double> rates = wild(60);
        YearMonth now = rates.lastKey();

        assertEquals(FxRegime.knownAt(now.minusMonths(1), series(rates, 0)), FxRegime.knownAt(now, series(rates, 1)));
    }

    @Test
    void aShortSeriesAGapAndAStaleFileHaveNoRegime() {
        assertTrue(FxRegime.knownAt(FIRST.plusMonths(19), series(wild(20), 0)).isEmpty());
        NavigableMap<YearMonth, Double> gap = wild(60);
        gap.remove(gap.lastKey().minusMonths(1));
        assertTrue(FxRegime.knownAt(gap.lastKey(), series(gap, 0)).isEmpty());
        assertTrue(FxRegime.knownAt(FIRST.plusMonths(60), series(wild(60), 0)).isEmpty());
    }

    private static MonthlySeries series(NavigableMap<YearMonth, Double> rates, int lag) {
        return new MonthlySeries("usdkrw", new Label("원/달러", "USD/KRW"), rates, lag);
    }

    private static NavigableMap<YearMonth, Double> calm(int months) {
        NavigableMap<YearMonth, Double> rates = new TreeMap<>();
        for (int m = 0; m < months; m++) {
            rates.put(FIRST.plusMonths(m), 1000.0 + (m % 2) * (1 + m % 5));
        }
        return rates;
    }

    private static NavigableMap<YearMonth, Double> wild(int months) {
        Random random = new Random(7);
        NavigableMap<YearMonth, Double> rates = new TreeMap<>();
        double rate = 1200;
        for (int m = 0; m < months; m++) {
            rate *= Math.exp(0.025 * random.nextGaussian());
            rates.put(FIRST.plusMonths(m), rate);
        }
        return rates;
    }
}
