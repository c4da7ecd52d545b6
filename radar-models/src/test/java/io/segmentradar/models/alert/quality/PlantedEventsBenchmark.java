package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.KnownEvent;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What alerts make of events that nobody has looked at: falls, rises and turned trends of a quarter to four fifths,
 * planted anew with every seed into the last year of an extract, beside whatever happens in it anyhow. Not a test;
 * docs/quality.md says how to run it and what was seen.
 */
public final class PlantedEventsBenchmark {
    private static final int EVENTS = 61;
    private static final int YEAR = 12;
    private static final int LARGE = 10;
    private static final double LEAST_CUSTOMERS = 2;
    /** Months in which a turned trend does its work. */
    private static final int TURNING = 6;

    private PlantedEventsBenchmark() {}

    /**
     * @param args extract, then seeds; with the built-in spec
     */
    public static void main(String[] args) {
        RadarSpec spec = new SpecLoader().load("imbank");
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        new CsvRecordSource(spec, List.of(Path.of(args[0])), InputEncoding.AUTO).read(aggregator);
        SegmentPanel panel = aggregator.panel();
        System.out.println("seed,selection,recall_all,recall_large,large,false_per_100,watchlist_money");
        for (String seed : List.of(args).subList(1, args.length)) {
            measure(spec, panel, Long.parseLong(seed));
        }
    }

    private static void measure(RadarSpec spec, SegmentPanel panel, long seed) {
        int count = panel.months().count();
        AlteredPanel altered = new AlteredPanel(panel, spec.kpis(), count);
        List<KnownEvent> events = plant(spec, panel, altered, new Random(seed));
        MonthContexts contexts = MonthContexts.quick(
                altered.panel(), spec.hierarchy(), spec.kpis(), spec.alerts(), spec.calendar(), YEAR);
        List<YearMonth> months = IntStream.range(count - YEAR, count)
                .mapToObj(panel.months()::at)
                .toList();
        EventTrial.Result result = new EventTrial(events, LARGE)
                .run(months, contexts, List.of(spec.alerts().selection()))
                .get(0);
        QualityRow all = result.rows().get(0);
        QualityRow large = result.rows().get(1);
        System.out.printf(
                Locale.ROOT,
                "%d,%s,%.3f,%.3f,%d,%.2f,%.3f%n",
                seed,
                all.selection(),
                all.recall(),
                large.recall(),
                large.planted(),
                all.falsePer100(),
                result.watchlistMoneyShare());
    }

    private static List<KnownEvent> plant(RadarSpec spec, SegmentPanel panel, AlteredPanel altered, Random random) {
        int count = panel.months().count();
        List<Kpi> kpis = spec.kpis().kpis();
        List<KnownEvent> events = new ArrayList<>();
        Set<Integer> taken = new HashSet<>();
        while (events.size() < EVENTS) {
            int segment = random.nextInt(panel.segments());
            Kpi kpi = kpis.get(random.nextInt(kpis.size()));
            int start = count - YEAR + random.nextInt(YEAR);
            double customers = mean(panel, SegmentPanel.CUSTOMER_COUNT, segment);
            boolean matters = mean(panel, kpi.id(), segment) >= spec.alerts().floor(SegmentHierarchy.SEGMENT, kpi.id());
            if (!(customers >= LEAST_CUSTOMERS) || !matters || !taken.add(segment)) {
                continue;
            }
            AlertType type = List.of(AlertType.DROP, AlertType.SPIKE, AlertType.INFLECTION)
                    .get(random.nextInt(3));
            int months = type == AlertType.SPIKE ? 1 + random.nextInt(3) : YEAR;
            double size = 0.28 + 0.52 * random.nextDouble();
            double change =
                    type == AlertType.SPIKE || type == AlertType.INFLECTION && random.nextBoolean() ? size : -size;
            for (int m = start; m < Math.min(count, start + months); m++) {
                double part = type == AlertType.INFLECTION ? Math.min(1, (m - start + 1) / (double) TURNING) : 1;
                altered.set(kpi.id(), segment, m, panel.column(kpi.id()).orNaN(segment, m) * (1 + part * change));
            }
            events.add(new KnownEvent(
                    panel.index().id(segment), kpi.id(), panel.months().at(start), type, change));
        }
        return events;
    }

    /** Of the year before the last one; amounts without sign, months without one left out. */
    private static double mean(SegmentPanel panel, String column, int segment) {
        int end = panel.months().count() - YEAR;
        return IntStream.range(end - YEAR, end)
                .mapToDouble(m -> Math.abs(panel.column(column).orNaN(segment, m)))
                .filter(value -> !Double.isNaN(value))
                .average()
                .orElse(0);
    }
}
