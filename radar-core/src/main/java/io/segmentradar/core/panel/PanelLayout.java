package io.segmentradar.core.panel;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.linkage.Absences;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which columns a panel has and which columns of the input they come from.
 *
 * @param dimensions number of parts of the segment key, at least 1
 * @param amounts input columns that are summed, in the order of {@link RecordSource.RawRecord#amount}
 * @param ranges input columns that are summed and averaged, in the order of {@link RecordSource.RawRecord#count}
 * @param absenceMonths months for which a customer without a row is remembered as absent; 0 if rows are not linked
 */
public record PanelLayout(
        int dimensions, List<String> amounts, List<String> ranges, KpiCatalog kpis, int absenceMonths) {
    private static final String MEAN = ":mean";

    public PanelLayout {
        amounts = List.copyOf(amounts);
        ranges = List.copyOf(ranges);
        if (dimensions < 1) {
            throw new IllegalArgumentException("A segment key needs at least one dimension, got " + dimensions);
        }
        if (absenceMonths < 0) {
            throw new IllegalArgumentException("Months of absence must not be negative: " + absenceMonths);
        }
        Set<String> seen = new HashSet<>();
        List<String> twice = names(amounts, ranges, kpis, absenceMonths).stream()
                .filter(n -> !seen.add(n))
                .toList();
        if (!twice.isEmpty()) {
            throw new IllegalArgumentException("Panel columns have the same name: " + twice
                    + ". Ids of KPIs and ratios, amount columns and range columns must differ, also from '"
                    + SegmentPanel.CUSTOMER_COUNT + "'");
        }
    }

    /** Name of the panel column with the mean of a range column over the customers that have a value. */
    public static String mean(String range) {
        return range + MEAN;
    }

    private static List<String> names(List<String> amounts, List<String> ranges, KpiCatalog kpis, int absenceMonths) {
        List<String> names = new ArrayList<>(List.of(SegmentPanel.CUSTOMER_COUNT));
        kpis.kpis().stream().map(Kpi::id).forEach(names::add);
        kpis.ratios().stream().map(Ratio::id).forEach(names::add);
        names.addAll(amounts);
        names.addAll(ranges);
        ranges.stream().map(PanelLayout::mean).forEach(names::add);
        if (absenceMonths > 0) {
            names.addAll(Absences.columns(kpis));
        }
        return names;
    }
}
