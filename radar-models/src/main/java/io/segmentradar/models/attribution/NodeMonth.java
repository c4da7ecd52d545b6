package io.segmentradar.models.attribution;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;

/**
 * The node and month of an alert, in the panel of its level.
 *
 * @param row of the node
 * @param month position of the alert's month
 */
record NodeMonth(SegmentPanel panel, int row, int month, Kpi kpi, Alert alert) {
    static NodeMonth of(Alert alert, SegmentPanel panel, Kpi kpi) {
        int row = panel.index().row(alert.segment()).orElseThrow();
        return new NodeMonth(panel, row, panel.months().indexOf(alert.month()), kpi, alert);
    }

    /** Value of a column some months before the alert; 0 where it is missing. */
    double value(String column, int monthsBefore) {
        int m = month - monthsBefore;
        double value = m < 0 ? Double.NaN : panel.column(column).orNaN(row, m);
        return Double.isNaN(value) ? 0 : value;
    }

    double customers(int monthsBefore) {
        return value(SegmentPanel.CUSTOMER_COUNT, monthsBefore);
    }
}
