package io.segmentradar.core.scenario;

import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.scenario.ScenarioNote.Kind;
import io.segmentradar.core.segment.SegmentDimension;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a reader must be told: inputs beyond experience with how far, and series that the models do not use. */
final class ScenarioGuards {
    private static final int CHANGE_MONTHS = 3;

    private final RadarRun run;
    private final List<MonthlySeries> series;
    private final Scenario scenario;

    ScenarioGuards(RadarRun run, List<MonthlySeries> series, Scenario scenario) {
        this.run = run;
        this.series = series;
        this.scenario = scenario;
    }

    /**
     * @throws ScenarioException naming everything that the run does not know
     */
    void requireKnown() {
        List<String> problems = new ArrayList<>();
        List<String> ids = series.stream().map(MonthlySeries::id).toList();
        for (String id : scenario.covariates().keySet()) {
            if (!ids.contains(id)) {
                problems.add("the run was made without a series '" + id + "'; it has " + ids);
            }
        }
        for (GroupShock shock : scenario.shocks()) {
            if (run.spec().kpis().find(shock.kpi()).isEmpty()) {
                problems.add("there is no KPI '" + shock.kpi() + "'; known: "
                        + run.spec().kpis().ids());
            }
            shock.where().forEach((dimension, value) -> requireGroup(dimension, value, problems));
        }
        List<String> assumptions = run.spec().actions().catalog().assumptions().stream()
                .map(assumption -> assumption.id())
                .toList();
        for (String id : scenario.assumptions().keySet()) {
            if (!assumptions.contains(id)) {
                problems.add("there is no assumption '" + id + "'; known: " + assumptions);
            }
        }
        if (!problems.isEmpty()) {
            throw new ScenarioException(
                    "Scenario '" + scenario.name() + "' does not fit the run: " + String.join("; ", problems));
        }
    }

    private void requireGroup(String dimension, String value, List<String> problems) {
        List<String> ids =
                run.spec().dimensions().stream().map(SegmentDimension::id).toList();
        int d = ids.indexOf(dimension);
        if (d < 0) {
            problems.add("there is no dimension '" + dimension + "'; known: " + ids);
            return;
        }
        for (int s = 0; s < run.panel().segments(); s++) {
            if (run.panel().index().key(s).value(d).equals(value)) {
                return;
            }
        }
        problems.add("no segment has " + dimension + " '" + value + "'");
    }

    List<ScenarioNote> notes(ModelArchive models) {
        List<ScenarioNote> notes = new ArrayList<>();
        for (MonthlySeries one : series) {
            CovariateShift shift = scenario.covariates().get(one.id());
            if (shift != null) {
                effect(one, models).ifPresent(notes::add);
                range(one, shift).ifPresent(notes::add);
            }
        }
        scenario.shocks().forEach(shock -> range(shock).ifPresent(notes::add));
        actions().ifPresent(notes::add);
        return notes;
    }

    /** What the rules of actions do not see of the scenario. */
    private Optional<ScenarioNote> actions() {
        List<String> unknown = run.spec().kpis().amounts().stream()
                .filter(amount -> !run.panel().has(amount))
                .toList();
        if (!unknown.isEmpty() && !run.spec().actions().catalog().rules().isEmpty()) {
            String names = String.join(", ", unknown);
            return Optional.of(new ScenarioNote(
                    Kind.ACTIONS_INCOMPLETE,
                    "actions",
                    new Label(
                            "저장된 실행에 세부 금액이 없어 이를 쓰는 액션 규칙은 판단할 수 없습니다: " + names,
                            "the stored run lacks amounts, so rules of actions that use them cannot be judged: "
                                    + names)));
        }
        String rate = ChangedInputs.rate(run);
        return !scenario.covariates().containsKey(rate) || run.fx().segments().isEmpty()
                ? Optional.empty()
                : Optional.of(new ScenarioNote(
                        Kind.ACTIONS_INCOMPLETE,
                        rate,
                        new Label(
                                "외환 액션은 바뀐 환율의 국면을 따르지만 세그먼트의 외환 기회·위험 점수는 기준 그대로입니다",
                                "FX actions follow the regime of the changed rate; the opportunity and risk scores of"
                                        + " segments stay those of the base")));
    }

    private Optional<ScenarioNote> effect(MonthlySeries one, ModelArchive models) {
        List<Kpi> with = run.spec().kpis().kpis().stream()
                .filter(kpi -> models.covariatesOf(kpi.id()).contains(one.id()))
                .toList();
        if (with.size() == run.spec().kpis().kpis().size()) {
            return Optional.empty();
        }
        if (with.isEmpty()) {
            return Optional.of(new ScenarioNote(
                    Kind.NO_EFFECT,
                    one.id(),
                    new Label(
                            one.label().ko() + ": 영향 없음. 백테스트에서 어느 KPI의 예측도 개선하지 못해 모형이 쓰지 않습니다",
                            one.label().en() + " has no effect: it improved no KPI's forecasts in the back-test, so no"
                                    + " model uses it")));
        }
        String ko = String.join(", ", with.stream().map(kpi -> kpi.label().ko()).toList());
        String en = String.join(", ", with.stream().map(kpi -> kpi.label().en()).toList());
        return Optional.of(new ScenarioNote(
                Kind.NO_EFFECT,
                one.id(),
                new Label(
                        one.label().ko() + ": " + ko + "에만 쓰이며 다른 KPI에는 영향이 없습니다",
                        one.label().en() + " is used for " + en + " only and has no effect on other KPIs")));
    }

    /** Models see the change over three months: that is what has to lie within experience. */
    private Optional<ScenarioNote> range(MonthlySeries one, CovariateShift shift) {
        YearMonth asOf = run.manifest().asOf();
        double known = one.knownAt(asOf).orElse(Double.NaN);
        double before = one.knownAt(asOf.minusMonths(CHANGE_MONTHS)).orElse(Double.NaN);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < run.panel().months().count(); m++) {
            YearMonth month = run.panel().months().at(m);
            double now = one.knownAt(month).orElse(Double.NaN);
            double earlier = one.knownAt(month.minusMonths(CHANGE_MONTHS)).orElse(Double.NaN);
            double change = now / earlier - 1;
            least = change < least ? change : least;
            most = change > most ? change : most;
        }
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int h = 1; h <= CHANGE_MONTHS; h++) {
            low = Math.min(low, shift.at(h, known) / before - 1);
            high = Math.max(high, shift.at(h, known) / before - 1);
        }
        return outside(one.id(), one.label(), "3개월 변화", "change over three months", low, high, least, most);
    }

    /** A group's figure has moved by so much in a month, and no further, as far as the models know. */
    private Optional<ScenarioNote> range(GroupShock shock) {
        SegmentPanel panel = run.panel();
        PanelColumn column = panel.column(shock.kpi());
        double before = Double.NaN;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int m = 0; m < panel.months().count(); m++) {
            double total = 0;
            for (int s = 0; s < panel.segments(); s++) {
                double value = column.orNaN(s, m);
                boolean counts = !Double.isNaN(value)
                        && shock.hits(panel.index().key(s), run.spec().dimensions());
                total += counts ? value : 0;
            }
            double change = total / before - 1;
            if (Double.isFinite(change)) {
                least = Math.min(least, change);
                most = Math.max(most, change);
            }
            before = total;
        }
        Label label = run.spec().kpis().kpi(shock.kpi()).label();
        return outside(shock.kpi(), label, "한 달 변화", "change in a month", shock.change(), shock.change(), least, most);
    }

    private static Optional<ScenarioNote> outside(
            String subject, Label label, String ko, String en, double low, double high, double least, double most) {
        double beyond = Math.max(high - most, least - low);
        if (!(beyond > 0) || !Double.isFinite(beyond)) {
            return Optional.empty();
        }
        double asked = high - most >= least - low ? high : low;
        String figures = String.format(Locale.ROOT, "%+.1f %%", 100 * asked);
        String seen = String.format(Locale.ROOT, "%+.1f %% ~ %+.1f %%", 100 * least, 100 * most);
        String by = String.format(Locale.ROOT, "%.1f %%p", 100 * beyond);
        return Optional.of(new ScenarioNote(
                Kind.OUTSIDE_TRAINING,
                subject,
                new Label(
                        label.ko() + " " + ko + " " + figures + ": 학습한 범위(" + seen + ")를 " + by
                                + " 벗어납니다. 그 너머의 반응은 모형이 알지 못합니다",
                        label.en() + ", " + en + " " + figures + ": " + by + " beyond what the models have seen ("
                                + seen + "); how figures respond there is not known")));
    }
}
