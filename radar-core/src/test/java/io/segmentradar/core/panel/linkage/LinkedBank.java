package io.segmentradar.core.panel.linkage;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.KpiFormula;
import io.segmentradar.core.kpi.KpiFormula.Term;
import io.segmentradar.core.kpi.KpiKind;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.PanelLayout;
import io.segmentradar.core.panel.RecordSource.RawRecord;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A bank whose customers have numbers, which the product never sees: some are absent now and then, some come, some go. */
final class LinkedBank {
    static final int MONTHS = 14;
    static final int SEGMENTS = 40;
    static final double ABSENT = 0.1;
    static final List<String> AMOUNTS = List.of("limit", "loans", "term", "demand", "card", "inflow");

    static final KpiCatalog KPIS =
            new KpiCatalog(List.of(kpi("lending", "loans"), kpi("savings", "demand")), List.of());
    private static final int FIRST_MONTH = 2023 * 12;

    /** One row; {@code amounts} as in {@link #AMOUNTS}. */
    record Row(int customer, int segment, int month, double[] amounts) implements RawRecord {
        @Override
        public int monthNumber() {
            return FIRST_MONTH + month;
        }

        @Override
        public String key(int dimension) {
            return "segment " + (100 + segment);
        }

        @Override
        public double amount(int column) {
            return amounts[column];
        }

        @Override
        public double count(int column) {
            return Double.NaN;
        }
    }

    private LinkedBank() {}

    private static Kpi kpi(String id, String column) {
        return new Kpi(id, new Label(id, id), KpiKind.BALANCE, new KpiFormula(List.of(new Term(1, column))));
    }

    static List<Row> rows(long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        int customer = 0;
        for (int segment = 0; segment < SEGMENTS; segment++) {
            int customers = 3 + random.nextInt(segment == 0 ? 200 : 30);
            for (int i = 0; i < customers; i++) {
                int birth = random.nextDouble() < 0.1 ? random.nextInt(MONTHS) : 0;
                int end = random.nextDouble() < 0.1 ? random.nextInt(MONTHS) : MONTHS;
                live(customer++, segment, birth, end, random, rows);
            }
        }
        return rows;
    }

    /** One segment as large as asked for; customers are numbered from 0. */
    static List<Row> segment(int customers, long seed) {
        Random random = new Random(seed);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            live(i, 0, 0, MONTHS, random, rows);
        }
        return rows;
    }

    private static void live(int customer, int segment, int birth, int end, Random random, List<Row> rows) {
        double size = Math.exp(4 + 1.5 * random.nextGaussian());
        double limit = random.nextDouble() < 0.5 ? 0 : size * (1 + random.nextDouble());
        double loans = limit * random.nextDouble();
        double term = random.nextDouble() < 0.4 ? 0 : size * random.nextDouble();
        double card = random.nextDouble() < 0.3 ? 0 : 0.1 * size;
        for (int month = birth; month < end; month++) {
            limit *= random.nextDouble() < 0.03 ? 1.2 : 1;
            loans *= Math.exp(0.02 * random.nextGaussian());
            term *= random.nextDouble() < 0.1 ? 1.1 : 1.002;
            double[] amounts = {
                limit, loans, term, noisy(size, 0.3, random), noisy(card, 0.4, random), noisy(size, 0.5, random)
            };
            if (random.nextDouble() >= ABSENT) {
                rows.add(new Row(customer, segment, month, amounts));
            }
        }
    }

    private static double noisy(double usual, double spread, Random random) {
        return usual * Math.exp(spread * random.nextGaussian());
    }

    static SegmentPanel panel(List<Row> rows, int memory) {
        SegmentAggregator aggregator = new SegmentAggregator(new PanelLayout(1, AMOUNTS, List.of(), KPIS, memory));
        rows.forEach(aggregator::accept);
        return aggregator.panel();
    }
}
