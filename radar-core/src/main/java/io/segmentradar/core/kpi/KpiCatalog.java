package io.segmentradar.core.kpi;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The KPIs and ratios of a spec, in their order of presentation; ids are unique over both. */
public record KpiCatalog(List<Kpi> kpis, List<Ratio> ratios) {
    public KpiCatalog {
        kpis = List.copyOf(kpis);
        ratios = List.copyOf(ratios);
        if (kpis.isEmpty()) {
            throw new IllegalArgumentException("A catalogue needs at least one KPI");
        }
        List<String> ids = new ArrayList<>();
        kpis.forEach(kpi -> ids.add(kpi.id()));
        ratios.forEach(ratio -> ids.add(ratio.id()));
        Set<String> seen = new HashSet<>();
        for (String id : ids) {
            if (!seen.add(id)) {
                throw new IllegalArgumentException("KPI or ratio id '" + id + "' is defined twice");
            }
        }
    }

    public Optional<Kpi> find(String id) {
        return kpis.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }

    /**
     * @throws IllegalArgumentException naming the known ids if there is no such KPI
     */
    public Kpi kpi(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No KPI '" + id + "'; known: " + ids()));
    }

    public List<String> ids() {
        return kpis.stream().map(Kpi::id).toList();
    }

    /** Input columns that KPIs and ratios are made of, each once. */
    public Set<String> amounts() {
        Set<String> columns = new LinkedHashSet<>();
        Stream.concat(
                        kpis.stream().map(Kpi::formula),
                        ratios.stream().flatMap(ratio -> Stream.of(ratio.numerator(), ratio.denominator())))
                .forEach(formula -> formula.terms().forEach(term -> columns.add(term.column())));
        return columns;
    }
}
