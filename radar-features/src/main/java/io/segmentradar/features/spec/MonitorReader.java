package io.segmentradar.features.spec;

import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.monitor.RetrainPolicy;
import io.segmentradar.core.monitor.RetrainTrigger;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what counts as drift and when models are renewed: {@code monitoring}. */
final class MonitorReader {
    private static final MonitorPolicy USUAL = MonitorPolicy.USUAL;
    private static final int MOST_MONTHS = 120;

    private MonitorReader() {}

    static MonitorPolicy policy(SpecSection top) {
        List<MonitorPolicy> policies = new ArrayList<>();
        SpecSection.read(
                top.node("monitoring"),
                top.problems(),
                s -> policies.add(new MonitorPolicy(
                        share(s, "fdr", USUAL.falseDiscoveryRate()),
                        s.whole("reference_months", USUAL.referenceMonths(), 3, MOST_MONTHS),
                        s.number("psi", USUAL.psi(), "above 0", n -> n > 0),
                        share(s, "least_change", USUAL.leastChange()),
                        share(s, "coverage_tolerance", USUAL.coverageTolerance()),
                        s.number("error_tolerance", USUAL.errorTolerance(), "above 0", n -> n > 0),
                        retrain(s))));
        return policies.get(0);
    }

    private static RetrainPolicy retrain(SpecSection monitoring) {
        RetrainPolicy usual = USUAL.retrain();
        List<RetrainPolicy> policies = new ArrayList<>();
        SpecSection.read(
                monitoring.node("retrain"),
                monitoring.problems(),
                s -> policies.add(new RetrainPolicy(
                        decision(s, usual.decision()),
                        triggers(s, usual.triggers()),
                        s.whole("every_months", usual.everyMonths(), 1, MOST_MONTHS),
                        s.whole("new_months", usual.newMonths(), 1, MOST_MONTHS),
                        share(s, "drift_share", usual.driftShare()),
                        s.whole("judge_months", usual.judgeMonths(), 5, MOST_MONTHS),
                        share(s, "significance", usual.significance()),
                        share(s, "least_gain", usual.leastGain()))));
        return policies.get(0);
    }

    private static RetrainPolicy.Decision decision(SpecSection s, RetrainPolicy.Decision usual) {
        Map<String, RetrainPolicy.Decision> known = new LinkedHashMap<>();
        for (RetrainPolicy.Decision decision : RetrainPolicy.Decision.values()) {
            known.put(decision.name().toLowerCase(Locale.ROOT), decision);
        }
        return s.has("decision") ? s.choice("decision", known) : usual;
    }

    private static Set<RetrainTrigger.Kind> triggers(SpecSection s, Set<RetrainTrigger.Kind> usual) {
        if (!s.has("triggers")) {
            return usual;
        }
        Map<String, RetrainTrigger.Kind> known = new LinkedHashMap<>();
        for (RetrainTrigger.Kind kind : RetrainTrigger.Kind.values()) {
            known.put(kind.name().toLowerCase(Locale.ROOT), kind);
        }
        Set<RetrainTrigger.Kind> wanted = EnumSet.noneOf(RetrainTrigger.Kind.class);
        for (String name : s.texts("triggers")) {
            if (known.containsKey(name)) {
                wanted.add(known.get(name));
            } else {
                s.problems()
                        .add(
                                s.node("triggers"),
                                "'" + name + "' is not allowed; allowed: " + String.join(", ", known.keySet()));
            }
        }
        return wanted;
    }

    private static double share(SpecSection s, String key, double otherwise) {
        return s.number(key, otherwise, "between 0 and 1", n -> n > 0 && n < 1);
    }
}
