package io.segmentradar.models.engine;

import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentIndex;
import io.segmentradar.core.segment.SegmentKey;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A panel of one KPI unlike those on which settings were chosen.
 *
 * @param origins months measured
 */
record MadeUpPanel(String name, int segments, int months, int origins, KpiKind kind, Course course) {
    /** One segment's values by month; NaN before it is born. */
    interface Course {
        double[] of(Random random, int months);
    }

    /** Panels of every kind, smaller ones first. */
    static List<MadeUpPanel> all() {
        return List.of(
                flow("all zero", 40, 36, (random, months) -> new double[months]),
                flow("constant", 40, 36, MadeUpPanel::constant),
                flow("15 months", 200, 15, walk(5, 0.1)),
                flow("10 segments", 10, 48, walk(5, 0.1)),
                flow("2 segments", 2, 36, noise(5, 0.2)),
                flow("24 months", 200, 24, walk(5, 0.1)),
                flow("thousandths", 200, 36, walk(Math.log(1e-3), 0.1)),
                flow("hundred trillions", 200, 36, walk(Math.log(1e14), 0.1)),
                new MadeUpPanel("noise, 30 months", 400, 30, 6, KpiKind.FLOW, noise(8, 0.25)),
                flow("random walks with shocks", 240, 60, MadeUpPanel::shocks),
                flow("seasonal", 120, 84, MadeUpPanel::seasonal),
                flow("intermittent", 160, 48, MadeUpPanel::intermittent),
                new MadeUpPanel("signed", 200, 40, 12, KpiKind.SIGNED_FLOW, MadeUpPanel::signed),
                flow("level breaks", 200, 48, MadeUpPanel::broken),
                flow("restless last year", 200, 48, MadeUpPanel::restless),
                flow("half born in the last year", 300, 36, MadeUpPanel::young),
                torn(10),
                flow("all keys renamed", 300, 48, MadeUpPanel::renamed),
                flow("120 months", 100, 120, walk(5, 0.1)),
                flow("5,000 segments", 5_000, 36, walk(5, 0.1)));
    }

    private static MadeUpPanel flow(String name, int segments, int months, Course course) {
        return new MadeUpPanel(name, segments, months, 12, KpiKind.FLOW, course);
    }

    /** Random walks of which one month each is so many times too large. */
    static MadeUpPanel torn(double factor) {
        return flow("torn-off months", 200, 48, (random, months) -> {
            double[] values = walk(5, 0.02).of(random, months);
            int torn = random.nextInt(months);
            return fill(months, m -> m == torn ? factor * values[m] : values[m]);
        });
    }

    KpiCatalog kpis() {
        return new KpiCatalog(List.of(EnginePanels.kpi("amount", kind)), List.of());
    }

    SegmentPanel panel(long seed) {
        List<SegmentKey> keys = IntStream.range(0, segments)
                .mapToObj(s -> SegmentKey.of("i" + s % 8, "p" + s / 8))
                .toList();
        SegmentIndex index = new SegmentIndex(new ArrayList<>(keys));
        double[] customers = new double[segments * months];
        double[] amount = new double[segments * months];
        Random random = new Random(seed);
        for (int s = 0; s < segments; s++) {
            int row = index.row(keys.get(s).id()).orElseThrow() * months;
            double[] values = course.of(random, months);
            for (int m = 0; m < months; m++) {
                customers[row + m] = Double.isNaN(values[m]) ? Double.NaN : 1;
                amount[row + m] = values[m];
            }
        }
        Map<String, double[]> columns = new LinkedHashMap<>();
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        columns.put("amount", amount);
        return SegmentPanel.of(index, new MonthAxis(YearMonth.of(2015, 1), months), columns, columns.keySet());
    }

    private static double[] constant(Random random, int months) {
        double value = Math.exp(5 + random.nextGaussian());
        return fill(months, m -> value);
    }

    private static Course walk(double level, double step) {
        return (random, months) -> {
            double[] log = {level + 1.5 * random.nextGaussian()};
            return fill(months, m -> Math.exp(log[0] += step * random.nextGaussian()));
        };
    }

    private static Course noise(double level, double size) {
        return (random, months) -> {
            double[] log = {level + 1.5 * random.nextGaussian()};
            return fill(months, m -> Math.exp((log[0] += 0.02 * random.nextGaussian()) + size * random.nextGaussian()));
        };
    }

    /** Steps of a size of its own, every thirtieth three times as large. */
    private static double[] shocks(Random random, int months) {
        double step = Math.exp(-3 + 0.6 * random.nextGaussian());
        double[] log = {-6 + 2 * random.nextGaussian()};
        return fill(
                months,
                m -> Math.exp(log[0] += step * random.nextGaussian() * (random.nextDouble() < 1.0 / 30 ? 3 : 1)));
    }

    private static double[] seasonal(Random random, int months) {
        double[] pattern = random.doubles(12, -0.35, 0.35).toArray();
        double noise = Math.exp(-3.5 + 0.5 * random.nextGaussian());
        double growth = 0.003 + 0.004 * random.nextGaussian();
        double[] log = {22 + 1.5 * random.nextGaussian()};
        return fill(months, m -> {
            log[0] += growth + 0.3 * noise * random.nextGaussian();
            return Math.exp(log[0] + pattern[m % 12] + noise * random.nextGaussian());
        });
    }

    /** Active in a tenth to three fifths of the months. */
    private static double[] intermittent(Random random, int months) {
        double often = 0.1 + 0.5 * random.nextDouble();
        double usual = Math.exp(5 + random.nextGaussian());
        return fill(months, m -> random.nextDouble() < often ? usual * Math.exp(0.7 * random.nextGaussian()) : 0);
    }

    private static double[] signed(Random random, int months) {
        double size = Math.exp(5 + random.nextGaussian());
        return fill(months, m -> size * random.nextGaussian() * (random.nextDouble() < 0.05 ? 5 : 1));
    }

    /** Every third segment halves or doubles, once. */
    private static double[] broken(Random random, int months) {
        double factor = random.nextInt(3) > 0 ? 1 : random.nextBoolean() ? 2 : 0.5;
        int since = months / 4 + random.nextInt(3 * months / 4);
        double[] values = noise(6, 0.1).of(random, months);
        return fill(months, m -> m < since ? values[m] : factor * values[m]);
    }

    /** Steps twice as large in the last year. */
    private static double[] restless(Random random, int months) {
        double[] log = {5 + 1.5 * random.nextGaussian()};
        return fill(months, m -> Math.exp(log[0] += (m < months - 12 ? 0.05 : 0.1) * random.nextGaussian()));
    }

    private static double[] young(Random random, int months) {
        int born = random.nextBoolean() ? 0 : months - 1 - random.nextInt(12);
        double[] values = walk(5, 0.1).of(random, months);
        return fill(months, m -> m < born ? Double.NaN : values[m]);
    }

    /** Half of the segments end 15 months before the panel does, when the other half begins. */
    private static double[] renamed(Random random, int months) {
        boolean before = random.nextBoolean();
        double[] values = walk(5, 0.1).of(random, months);
        return fill(months, m -> before == m < months - 15 ? values[m] : Double.NaN);
    }

    private interface Month {
        double at(int month);
    }

    private static double[] fill(int months, Month value) {
        return IntStream.range(0, months).mapToDouble(value::at).toArray();
    }
}
