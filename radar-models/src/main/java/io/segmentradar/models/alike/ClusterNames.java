package io.segmentradar.models.alike;

import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.alike.SegmentCluster.Trait;
import io.segmentradar.core.kpi.Label;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Names groups after their strongest traits, no two alike. */
final class ClusterNames {
    private static final int USUAL_TRAITS = 3;
    private static final double LEAST_STRENGTH = 0.4;

    private final Set<String> taken = new HashSet<>();

    SegmentCluster name(int number, List<Trait> traits) {
        List<Trait> telling = telling(traits);
        int most = Math.min(USUAL_TRAITS, telling.size());
        Label name = join(telling.subList(0, most));
        while (taken.contains(name.ko()) && most < telling.size()) {
            most++;
            name = join(telling.subList(0, most));
        }
        if (!taken.add(name.ko())) {
            name = new Label(name.ko() + " " + number, name.en() + " " + number);
            taken.add(name.ko());
        }
        return new SegmentCluster(number, name, traits);
    }

    /** Strong ones, each KPI once. */
    private static List<Trait> telling(List<Trait> traits) {
        List<Trait> telling = new ArrayList<>();
        Set<String> told = new HashSet<>();
        for (Trait trait : traits) {
            String subject = trait.kpi().isEmpty()
                    ? trait.aspect().name() + trait.label().en()
                    : trait.kpi();
            if (Math.abs(trait.strength()) >= LEAST_STRENGTH && told.add(subject)) {
                telling.add(trait);
            }
        }
        return telling;
    }

    private static Label join(List<Trait> traits) {
        if (traits.isEmpty()) {
            return new Label("평균형", "average");
        }
        return new Label(
                String.join(" · ", traits.stream().map(t -> t.label().ko()).toList()),
                String.join(" · ", traits.stream().map(t -> t.label().en()).toList()));
    }
}
