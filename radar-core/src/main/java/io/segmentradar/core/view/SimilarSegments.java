package io.segmentradar.core.view;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Segments that look alike: nearest in size per customer and mix, by the distance between the signed logs of each KPI
 * per customer and of the number of customers. Missing counts as nothing.
 */
public final class SimilarSegments {
    private SimilarSegments() {}

    /**
     * @param distance root mean square difference of the signed logs; 0 is a twin
     */
    public record Similar(SegmentRow segment, double distance) {}

    public static List<Similar> of(RunView view, SegmentRow segment, int limit) {
        double[] profile = profile(view, segment);
        return view.segments().stream()
                .filter(other -> other.row() != segment.row() && !other.masked() && hasCustomers(other))
                .map(other -> new Similar(other, distance(profile, profile(view, other))))
                .sorted(Comparator.comparingDouble(Similar::distance)
                        .thenComparing(similar -> similar.segment().id()))
                .limit(limit)
                .toList();
    }

    private static boolean hasCustomers(SegmentRow row) {
        return customers(row).orElse(0) > 0;
    }

    private static OptionalDouble customers(SegmentRow row) {
        return row.value(SegmentPanel.CUSTOMER_COUNT);
    }

    private static double[] profile(RunView view, SegmentRow row) {
        List<Kpi> kpis = view.run().spec().kpis().kpis();
        double[] profile = new double[kpis.size() + 1];
        double customers = Math.max(1, customers(row).orElse(0));
        profile[0] = Math.log1p(customers);
        for (int k = 0; k < kpis.size(); k++) {
            double perCustomer = row.value(kpis.get(k).id()).orElse(0) / customers;
            profile[k + 1] = Math.signum(perCustomer) * Math.log1p(Math.abs(perCustomer));
        }
        return profile;
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum / a.length);
    }
}
