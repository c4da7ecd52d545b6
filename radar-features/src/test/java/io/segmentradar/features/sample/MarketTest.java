package io.segmentradar.features.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.features.sample.Market.Industry;
import io.segmentradar.features.sample.Market.Province;
import org.junit.jupiter.api.Test;

class MarketTest {
    private final Market market = Market.load();

    @Test
    void industriesAndProvincesAreDistinct() {
        assertEquals(
                59, market.industries().stream().map(Industry::name).distinct().count());
        assertEquals(
                13, market.provinces().stream().map(Province::name).distinct().count());
    }

    @Test
    void aCellKnowsWhatItIsMadeOf() {
        for (int cell = 0; cell < market.cells(); cell++) {
            assertEquals(
                    cell,
                    market.cell(
                            market.industryOf(cell),
                            market.provinceOf(cell),
                            Market.gradeOf(cell),
                            Market.dedicatedOf(cell)));
        }
    }

    @Test
    void aBlankProvinceIsCalledUnknown() {
        int blank = market.provinces().stream().map(Province::name).toList().indexOf("");
        assertEquals(SegmentKey.of("금융업", "미상", "우수", "Y"), market.keyOf(market.cell(0, blank, 1, true)));
    }
}
