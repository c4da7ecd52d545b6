package io.segmentradar.models.alike;

import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.SegmentCluster.Trait;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** In what a group differs from all segments: means of scaled features, in deviations of all. */
final class ClusterTraits {
    private static final int MOST = 8;

    private final AspectSpace space;
    private final List<Kpi> kpis;
    private final int[] rows;

    /**
     * @param kpis in the order of the space's features
     * @param rows panel rows that are grouped
     */
    ClusterTraits(AspectSpace space, List<Kpi> kpis, int[] rows) {
        this.space = space;
        this.kpis = kpis;
        this.rows = rows;
    }

    /** What a feature, or the mean of several, says when it is high and when it is low; no label says nothing. */
    private record Reading(Aspect aspect, List<Integer> features, String kpi, Label high, Label low) {}

    /** Traits of the group {@code label}, strongest first. */
    List<Trait> of(int label, int[] labels) {
        List<Trait> traits = new ArrayList<>();
        for (Reading reading : readings()) {
            double strength = strength(reading, label, labels);
            Label said = strength > 0 ? reading.high() : reading.low();
            if (said != null && strength != 0) {
                traits.add(new Trait(reading.aspect(), reading.kpi(), said, strength));
            }
        }
        traits.sort(Comparator.comparingDouble((Trait trait) -> -Math.abs(trait.strength()))
                .thenComparing(trait -> trait.label().en()));
        return List.copyOf(traits.subList(0, Math.min(MOST, traits.size())));
    }

    /** A name as it stands within a phrase; abbreviations such as FX keep their capitals. */
    private static String within(String name) {
        boolean word = name.length() > 1 && Character.isLowerCase(name.charAt(1));
        return word ? name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1) : name;
    }

    private List<Reading> readings() {
        List<Reading> readings = new ArrayList<>();
        readings.add(reading(Aspect.SIZE, List.of(0), "고객 많음", "many customers", "고객 적음", "few customers"));
        readings.add(
                reading(Aspect.SIZE, List.of(1), "고객당 금액 큼", "large per customer", "고객당 금액 작음", "small per customer"));
        List<Integer> growth = new ArrayList<>();
        List<Integer> volatility = new ArrayList<>();
        int perKpi = space.width(Aspect.GROWTH) / kpis.size();
        for (int k = 0; k < kpis.size(); k++) {
            Label kpi = kpis.get(k).label();
            readings.add(new Reading(
                    Aspect.MIX,
                    List.of(k),
                    kpis.get(k).id(),
                    new Label(kpi.ko() + " 비중 높음", "much " + within(kpi.en())),
                    new Label(kpi.ko() + " 비중 낮음", "little " + within(kpi.en()))));
            readings.add(new Reading(
                    Aspect.VOLATILITY,
                    List.of(2 * k + 1),
                    kpis.get(k).id(),
                    new Label(kpi.ko() + " 없는 달 많음", "often no " + within(kpi.en())),
                    null));
            volatility.add(2 * k);
            if (perKpi > 0 && !kpis.get(k).kind().isSigned()) {
                growth.add(k * perKpi + perKpi - 1);
            }
        }
        readings.add(reading(Aspect.GROWTH, growth, "성장", "growing", "감소", "shrinking"));
        readings.add(reading(Aspect.VOLATILITY, volatility, "변동 큼", "volatile", "안정", "steady"));
        return readings;
    }

    private static Reading reading(
            Aspect aspect, List<Integer> features, String ko, String en, String lowKo, String lowEn) {
        return new Reading(aspect, features, "", new Label(ko, en), new Label(lowKo, lowEn));
    }

    private double strength(Reading reading, int label, int[] labels) {
        double sum = 0;
        double squares = 0;
        double sumOfGroup = 0;
        int n = 0;
        int ofGroup = 0;
        for (int i = 0; i < rows.length; i++) {
            double[] point = space.point(reading.aspect(), rows[i]);
            if (point != null && !reading.features().isEmpty()) {
                double value = reading.features().stream()
                        .mapToDouble(f -> point[f])
                        .average()
                        .orElseThrow();
                sum += value;
                squares += value * value;
                n++;
                if (labels[i] == label) {
                    sumOfGroup += value;
                    ofGroup++;
                }
            }
        }
        if (ofGroup == 0) {
            return 0;
        }
        double mean = sum / n;
        double deviation = Math.sqrt(Math.max(0, squares / n - mean * mean));
        return deviation > 0 ? (sumOfGroup / ofGroup - mean) / deviation : 0;
    }
}
