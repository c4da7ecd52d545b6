package io.segmentradar.models.monitor;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorPolicy;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Drift of one column: its levels over the segments, and the change of each segment since the month before. Levels say
 * whether the population has become another; changes are compared segment by segment and therefore see a shift of some
 * per cent that the spread of levels hides. Changes are differences of the signed logarithm, whose unit is taken from the
 * data. A change counts as real only if it is beyond chance among segments (Kolmogorov-Smirnov) and beyond what months
 * usually do, because the segments of a month move together. A month is compared with what its season usually does, where
 * two earlier years are known: December and festival months are unlike the others each year.
 */
final class DataDrift {
    static final String LEVEL = "level";
    static final String CHANGE = "change";
    static final String FEATURE = "feature";

    private static final int YEAR = 12;
    private static final int LEAST_MONTHS = 3;
    private static final int LEAST_SEGMENTS = 20;
    private static final double UNIT_SHARE = 0.3;
    private static final double REPEATED = 0.99;

    private static final Label CONSTANT =
            new Label("한 달 안에서 모든 세그먼트가 같은 값입니다", "one value for all segments of a month");
    private static final Label FEW = new Label("비교할 세그먼트나 개월이 부족합니다", "too few segments or months to compare");
    private static final Label AGAIN = new Label(
            "지난달과 값이 같습니다. 같은 자료를 다시 받은 것이 아닌지 확인하세요", "the values of last month: was the extract delivered twice?");

    private final MonitorPolicy policy;
    private final String column;
    private final Label label;
    private final double[][] byMonth;
    private final int now;
    private final int from;

    /**
     * @param byMonth values by month and segment, NaN where missing; the last month is the present one
     */
    DataDrift(MonitorPolicy policy, String column, Label label, double[][] byMonth) {
        this.policy = policy;
        this.column = column;
        this.label = label;
        this.byMonth = byMonth;
        this.now = byMonth.length - 1;
        this.from = Math.max(0, now - policy.referenceMonths());
    }

    /** The check of the levels. */
    Draft level() {
        if (isMonthConstant()) {
            return unjudged(LEVEL, DriftStatus.EXCLUDED, CONSTANT);
        }
        Sample reference = pooled(IntStream.range(from, now));
        Sample current = Sample.of(byMonth[now]);
        if (current.size() < LEAST_SEGMENTS || reference.size() < LEAST_SEGMENTS) {
            return unjudged(LEVEL, DriftStatus.UNKNOWN, FEW);
        }
        Draft all = level(reference, current);
        if (now < 2 * YEAR) {
            return all;
        }
        // A population that is as in the same month of earlier years is no other one.
        Sample sameSeason = pooled(IntStream.of(now - YEAR, now - 2 * YEAR));
        if (sameSeason.size() < LEAST_SEGMENTS) {
            return all;
        }
        Draft season = level(sameSeason, current);
        return season.psi() < all.psi() ? season : all;
    }

    private Sample pooled(IntStream months) {
        return Sample.of(
                months.mapToObj(m -> byMonth[m]).flatMapToDouble(Arrays::stream).toArray());
    }

    private Draft level(Sample reference, Sample current) {
        double ks = SampleDistance.kolmogorovSmirnov(reference, current);
        double psi = SampleDistance.psi(reference, current);
        double spread = reference.spread();
        // A segment's months repeat each other: the reference is worth as many observations as it has segments.
        int worth = Math.min(reference.size(), byMonth[now].length);
        return draft(
                LEVEL,
                reference,
                current,
                psi,
                spread > 0 ? SampleDistance.wasserstein(reference, current) / spread : Double.NaN,
                ks,
                SampleDistance.kolmogorovSmirnovP(ks, worth, current.size()),
                psi >= policy.psi());
    }

    /** The check of the changes since the month before. */
    Draft change() {
        if (isMonthConstant()) {
            return unjudged(CHANGE, DriftStatus.EXCLUDED, CONSTANT);
        }
        int first = Math.max(1, from);
        if (now - first < LEAST_MONTHS) {
            return unjudged(CHANGE, DriftStatus.UNKNOWN, FEW);
        }
        double unit = unit();
        Sample[] months = new Sample[now - first];
        for (int m = first; m < now; m++) {
            months[m - first] = Sample.of(changes(m, unit));
        }
        Sample current = Sample.of(changes(now, unit));
        boolean thin = Arrays.stream(months).anyMatch(month -> month.size() < LEAST_SEGMENTS);
        if (current.size() < LEAST_SEGMENTS || thin) {
            return unjudged(CHANGE, DriftStatus.UNKNOWN, FEW);
        }
        if (isRepeated(current, months)) {
            return unjudged(CHANGE, DriftStatus.NOTICE, AGAIN);
        }
        months = asInThisSeason(months, current);
        Sample reference = Sample.together(months);
        double ks = SampleDistance.kolmogorovSmirnov(reference, current);
        double distance = SampleDistance.wasserstein(reference, current);
        double p = Math.max(
                SampleDistance.kolmogorovSmirnovP(ks, reference.size(), current.size()),
                unusualMonth(months, reference, current, distance));
        return draft(
                CHANGE,
                reference,
                current,
                SampleDistance.psi(reference, current),
                distance,
                ks,
                p,
                distance >= policy.leastChange());
    }

    /** The check of a model input, whose values are changes already: among segments, and among months. */
    Draft feature() {
        if (isMonthConstant()) {
            return unjudged(FEATURE, DriftStatus.EXCLUDED, CONSTANT);
        }
        Sample[] months = new Sample[now - from];
        for (int m = from; m < now; m++) {
            Sample month = Sample.of(byMonth[m]);
            months[m - from] = month.size() >= LEAST_SEGMENTS ? month : Sample.of();
        }
        Sample current = Sample.of(byMonth[now]);
        long usable = Arrays.stream(months).filter(month -> month.size() > 0).count();
        if (usable < LEAST_MONTHS || current.size() < LEAST_SEGMENTS) {
            return unjudged(FEATURE, DriftStatus.UNKNOWN, FEW);
        }
        months = asInThisSeason(months, current);
        Sample reference = Sample.together(months);
        double ks = SampleDistance.kolmogorovSmirnov(reference, current);
        double distance = SampleDistance.wasserstein(reference, current);
        double psi = SampleDistance.psi(reference, current);
        // A segment's months repeat each other, most of all in means of many months.
        int worth = Math.min(reference.size(), byMonth[now].length);
        double p = Math.max(
                SampleDistance.kolmogorovSmirnovP(ks, worth, current.size()),
                unusualMonth(months, reference, current, distance));
        // There are hundreds of inputs: what is large but may be chance by itself deserves no mention.
        boolean matters = psi >= policy.psi() && p <= policy.falseDiscoveryRate();
        return draft(FEATURE, reference, current, psi, distance, ks, p, matters);
    }

    /** The months that have observations, each moved by what the present month's season usually differs from its own. */
    private static Sample[] asInThisSeason(Sample[] months, Sample current) {
        double[] places = Stream.concat(Arrays.stream(months), Stream.of(current))
                .mapToDouble(month -> month.size() == 0 ? Double.NaN : month.median())
                .toArray();
        double[] season = UsualSeason.expected(places);
        return IntStream.range(0, months.length)
                .filter(m -> months[m].size() > 0)
                .mapToObj(m -> months[m].moved(season[months.length] - season[m]))
                .toArray(Sample[]::new);
    }

    /** How unusual the month is by where its changes lie and by how far they are from all others; the better of both. */
    private static double unusualMonth(Sample[] months, Sample reference, Sample current, double distance) {
        int n = months.length;
        double[] places = new double[n];
        double[] distances = new double[n];
        for (int m = 0; m < n; m++) {
            places[m] = months[m].median();
            // The reference holds the month itself: leaving it out stretches the distance by n / (n − 1).
            distances[m] = logarithm(SampleDistance.wasserstein(reference, months[m]) * n / Math.max(1, n - 1));
        }
        double place = MonthTest.twoSided(MonthTest.t(places, current.median(), 1), n);
        double away = MonthTest.upper(MonthTest.t(distances, logarithm(distance), 1), n);
        return Math.min(1, 2 * Math.min(place, away));
    }

    private static double logarithm(double distance) {
        return Math.log(Math.max(distance, 1e-9));
    }

    /** Last month's figures once more, in a column that otherwise moves. */
    private static boolean isRepeated(Sample current, Sample[] months) {
        return unchanged(current) >= REPEATED
                && Arrays.stream(months)
                                .mapToDouble(DataDrift::unchanged)
                                .average()
                                .orElse(1)
                        < REPEATED;
    }

    private static double unchanged(Sample changes) {
        int zeros = changes.countAtMost(0) - changes.countAtMost(-Double.MIN_VALUE);
        return (double) zeros / changes.size();
    }

    /** Changes of the signed logarithm; NaN where a value is missing or nothing was there in either month. */
    private double[] changes(int month, double unit) {
        double[] changes = new double[byMonth[month].length];
        for (int s = 0; s < changes.length; s++) {
            double before = byMonth[month - 1][s];
            double after = byMonth[month][s];
            boolean idle = before == 0 && after == 0;
            changes[s] = idle ? Double.NaN : signedLog(after, unit) - signedLog(before, unit);
        }
        return changes;
    }

    private static double signedLog(double value, double unit) {
        return Math.signum(value) * Math.log1p(Math.abs(value) / unit);
    }

    private double unit() {
        double[] sizes = new double[(now - from + 1) * byMonth[now].length];
        int n = 0;
        for (int m = from; m <= now; m++) {
            for (double value : byMonth[m]) {
                if (Math.abs(value) > 0) {
                    sizes[n++] = Math.abs(value);
                }
            }
        }
        return n == 0 ? 1 : Sample.of(sizes, n).quantile(UNIT_SHARE);
    }

    /** Calendar and economy have one value a month: a new month is always "another population". */
    private boolean isMonthConstant() {
        for (double[] month : byMonth) {
            double one = Double.NaN;
            for (double value : month) {
                if (!Double.isNaN(value)) {
                    if (!Double.isNaN(one) && value != one) {
                        return false;
                    }
                    one = value;
                }
            }
        }
        return true;
    }

    private Draft draft(
            String measure,
            Sample reference,
            Sample current,
            double psi,
            double distance,
            double ks,
            double p,
            boolean matters) {
        return new Draft(
                MonitorArea.DATA,
                column,
                label,
                0,
                measure,
                reference.median(),
                current.median(),
                psi,
                distance,
                ks,
                p,
                reference.size(),
                current.size(),
                matters,
                false,
                null,
                null);
    }

    private Draft unjudged(String measure, DriftStatus status, Label why) {
        return Draft.without(MonitorArea.DATA, column, label, 0, measure, status, why);
    }
}
