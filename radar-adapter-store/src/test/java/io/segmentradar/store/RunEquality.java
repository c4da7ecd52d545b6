package io.segmentradar.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.segmentradar.core.action.ActionReport;
import io.segmentradar.core.alike.AlikeReport;
import io.segmentradar.core.forecast.ForecastSet;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.run.RadarRun;

/** Compares two runs by everything a reader can see of them, to the last bit. */
final class RunEquality {
    private RunEquality() {}

    static void assertSame(RadarRun expected, RadarRun actual) {
        assertEquals(expected.spec(), actual.spec());
        assertEquals(expected.manifest(), actual.manifest());
        assertEquals(expected.ingest(), actual.ingest());
        assertEquals(expected.accuracy(), actual.accuracy());
        assertEquals(expected.alertReport(), actual.alertReport());
        assertEquals(expected.drivers(), actual.drivers());
        assertSame(expected.actionReport(), actual.actionReport());
        assertEquals(expected.monitor(), actual.monitor());
        assertEquals(expected.fx(), actual.fx());
        assertSame(expected.alike(), actual.alike());
        assertEquals(expected.covariates(), actual.covariates());
        assertSamePanel(expected, actual);
        assertSame(expected.published(), actual.published());
        assertSame(expected.past(), actual.past());
    }

    private static void assertSame(ActionReport expected, ActionReport actual) {
        assertEquals(expected.actions(), actual.actions());
        assertEquals(expected.plan(), actual.plan());
        assertEquals(expected.silentRules(), actual.silentRules());
        assertEquals(expected.unanswered(), actual.unanswered());
        assertEquals(expected.fx(), actual.fx());
        assertEquals(expected.funnel().types(), actual.funnel().types());
        assertEquals(
                expected.funnel().segments().ids(), actual.funnel().segments().ids());
        for (int s = 0; s < expected.funnel().segments().size(); s++) {
            for (String type : expected.funnel().types()) {
                assertEquals(
                        expected.funnel().removedBy(s, type), actual.funnel().removedBy(s, type));
            }
        }
    }

    private static void assertSame(AlikeReport expected, AlikeReport actual) {
        assertEquals(expected.grouping().clusters(), actual.grouping().clusters());
        assertEquals(expected.grouping().trials(), actual.grouping().trials());
        assertEquals(expected.grouping().segments(), actual.grouping().segments());
        for (int s = 0; s < expected.grouping().segments(); s++) {
            assertEquals(expected.neighbours().of(s), actual.neighbours().of(s));
            assertEquals(expected.grouping().cluster(s), actual.grouping().cluster(s));
            assertEquals(expected.grouping().distance(s), actual.grouping().distance(s));
            assertEquals(expected.grouping().unusual(s), actual.grouping().unusual(s));
        }
    }

    private static void assertSamePanel(RadarRun expected, RadarRun actual) {
        assertEquals(expected.panel().index().ids(), actual.panel().index().ids());
        assertEquals(expected.panel().months(), actual.panel().months());
        int last = expected.panel().months().count() - 1;
        for (String amount : PanelWriter.amounts(expected)) {
            // A run stored by the first version has none.
            for (int s = 0; s < expected.panel().segments() && actual.panel().has(amount); s++) {
                assertEquals(
                        expected.panel().column(amount).orNaN(s, last),
                        actual.panel().column(amount).orNaN(s, last),
                        amount);
            }
        }
        for (String column : PanelWriter.figures(expected)) {
            for (int s = 0; s < expected.panel().segments(); s++) {
                for (int m = 0; m < expected.panel().months().count(); m++) {
                    assertEquals(
                            expected.panel().column(column).orNaN(s, m),
                            actual.panel().column(column).orNaN(s, m));
                }
            }
        }
    }

    private static void assertSame(ForecastSet expected, ForecastSet actual) {
        assertEquals(expected.tables().size(), actual.tables().size());
        for (int t = 0; t < expected.tables().size(); t++) {
            ForecastTable a = expected.tables().get(t);
            ForecastTable b = actual.tables().get(t);
            assertEquals(
                    a.level() + a.kpi() + a.origin() + a.horizon(), b.level() + b.kpi() + b.origin() + b.horizon());
            assertEquals(a.nodes().ids(), b.nodes().ids());
            for (int node = 0; node < a.nodes().size(); node++) {
                assertEquals(a.has(node), b.has(node));
                if (a.has(node)) {
                    assertEquals(a.forecast(node), b.forecast(node));
                    assertEquals(a.scale(node), b.scale(node));
                    for (int q = 0; q < ForecastTable.QUANTILES.size(); q++) {
                        assertEquals(a.quantile(node, q), b.quantile(node, q));
                    }
                }
            }
        }
    }
}
