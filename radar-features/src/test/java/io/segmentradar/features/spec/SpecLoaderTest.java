package io.segmentradar.features.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.run.RadarSpec;
import org.junit.jupiter.api.Test;

class SpecLoaderTest {
    private final SpecLoader loader = new SpecLoader();

    @Test
    void theBuiltInSpecHasTheColumnsOfTheBanksExtract() {
        RadarSpec spec = loader.load("imbank");

        assertEquals("imbank", spec.name());
        assertEquals(4, spec.dimensions().size());
        assertEquals(21, spec.amounts().size());
        assertEquals(17, spec.ranges().size());
        assertEquals(6, spec.kpis().kpis().size());
        assertEquals(KpiKind.SIGNED_FLOW, spec.kpis().kpi("net_inflow").kind());
        assertEquals(6, spec.kpis().ratios().get(1).denominator().terms().size());
        assertEquals(3, spec.smallCells());
        assertTrue(loader.show("imbank").contains("기준년월"));
    }

    @Test
    void anotherAlertPolicyChangesNothingElse() {
        RadarSpec spec = loader.load("imbank");

        assertEquals(spec, spec.with(spec.alerts()));
    }
}
