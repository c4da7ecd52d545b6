package io.segmentradar.features.spec;

import io.segmentradar.core.action.ActionPolicy;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.forecast.Reconciler;
import io.segmentradar.core.fx.FxPolicy;
import io.segmentradar.core.kpi.KpiCatalog;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.MoneyUnit;
import io.segmentradar.core.monitor.MonitorPolicy;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RadarSpec.AmountColumn;
import io.segmentradar.core.run.RadarSpec.MonthColumn;
import io.segmentradar.core.run.RadarSpec.RangeColumn;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a spec together from its sections, each read by the class that knows it. */
final class SpecReader {
    private static final int MOST_ABSENCE_MONTHS = 12;
    private static final Map<String, String> CALENDARS = new LinkedHashMap<>();
    private static final Map<String, Reconciler> RECONCILERS = new LinkedHashMap<>();

    static {
        CALENDARS.put("none", "none");
        CALENDARS.put("korea", "korea");
        for (Reconciler reconciler : Reconciler.values()) {
            RECONCILERS.put(reconciler.id(), reconciler);
        }
    }

    private SpecReader() {}

    /**
     * @param file name of the file for messages
     * @throws io.segmentradar.core.run.SpecException naming all problems of the text
     */
    static RadarSpec read(String file, String text, String sha256) {
        SpecProblems problems = new SpecProblems(file);
        YamlNode root = YamlTree.parse(text, problems);
        problems.throwIfAny();
        List<RadarSpec> specs = new ArrayList<>();
        SpecSection.read(root, problems, top -> specs.add(spec(top, sha256)));
        problems.throwIfAny();
        return specs.get(0);
    }

    private static RadarSpec spec(SpecSection top, String sha256) {
        String name = top.id("name");
        Label title = top.label("title");
        InputReader input = new InputReader();
        MonthColumn month = input.month(top);
        List<SegmentDimension> dimensions = input.dimensions(top);
        List<AmountColumn> amounts = input.amounts(top);
        List<RangeColumn> ranges = input.ranges(top);
        KpiReader measures = new KpiReader();
        KpiCatalog kpis = measures.catalog(top, amounts);
        MoneyUnit unit = KpiReader.unit(top);
        String calendar = top.has("calendar") ? top.choice("calendar", CALENDARS) : "none";
        SegmentHierarchy hierarchy = SegmentHierarchy.standard(dimensions);
        List<String> levels = hierarchy.levels().stream().map(SegmentLevel::id).toList();
        AlertPolicy alerts = PolicyReader.alerts(top, measures.ids(), levels);
        ActionPolicy actions = ActionPolicyReader.policy(top);
        int smallCells = top.whole("small_cells", RadarSpec.DEFAULT_SMALL_CELLS, 1, 1_000);
        int absenceMonths = top.whole("absence_months", 0, 0, MOST_ABSENCE_MONTHS);
        Reconciler reconciler = top.has("reconciler") ? top.choice("reconciler", RECONCILERS) : Reconciler.WLS;
        MonitorPolicy monitoring = MonitorReader.policy(top);
        AlikePolicy alike = InsightReader.alike(top);
        Optional<FxPolicy> fx = InsightReader.fx(top);
        return top.problems().build(top.node(), () -> {
            RadarSpec spec = new RadarSpec(
                    name,
                    sha256,
                    title,
                    month,
                    dimensions,
                    amounts,
                    ranges,
                    kpis,
                    unit,
                    calendar,
                    hierarchy,
                    alerts,
                    actions,
                    smallCells,
                    monitoring,
                    alike,
                    fx,
                    absenceMonths,
                    reconciler);
            spec.panelLayout();
            return spec;
        });
    }
}
