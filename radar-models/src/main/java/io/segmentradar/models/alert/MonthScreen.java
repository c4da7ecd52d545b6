package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.segment.SegmentId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Detection alone, as trials of its quality need it: the alerts of a month and the figures behind them. */
public final class MonthScreen {
    private final AlertContext context;
    private final Findings findings;

    public MonthScreen(AlertContext context) {
        this.context = context;
        this.findings = Findings.of(context);
    }

    /**
     * A raised figure.
     *
     * @param isUp true if it went up, or its trend did
     * @param segments rows of the segments it speaks of
     */
    public record Raised(Alert alert, boolean isUp, List<Integer> segments) {}

    /**
     * A growth error of the past.
     *
     * @param size of the forecast it was made at, without sign
     */
    public record PastError(double size, double growth) {}

    /** Position of the month under review. */
    public int month() {
        return context.panel().months().count() - 1;
    }

    /** Jumps and turns of the month, folded ones with their parents. */
    public List<Raised> raised() {
        Selection selection = Selection.of(findings, context.policy().selection());
        AlertWriter writer = new AlertWriter(context);
        List<Raised> raised = new ArrayList<>();
        for (Finding finding : selection.raised()) {
            raised.add(raised(finding, writer, selection, ""));
        }
        for (Map.Entry<Finding, RightLevel.Fold> fold : selection.folds().entrySet()) {
            raised.add(raised(
                    fold.getKey(),
                    writer,
                    selection,
                    fold.getValue().parent().level().view().id()));
        }
        return raised;
    }

    private static Raised raised(Finding finding, AlertWriter writer, Selection selection, String parent) {
        Alert alert = writer.write(finding, selection.falseShares().get(finding));
        Alert placed = parent.isEmpty() ? alert : alert.with(alert.standing().foldedInto(parent, 1));
        return new Raised(
                placed,
                finding.isUp(),
                Arrays.stream(finding.level().view().segmentsOf(finding.node()))
                        .boxed()
                        .toList());
    }

    /** Past growth errors of a segment's KPI, oldest first, the month under review left out; only where it moved. */
    public List<PastError> errors(SegmentId segment, String kpi) {
        Errors errors = errors(kpi);
        int node = errors.view().nodes().row(segment).orElseThrow();
        List<PastError> past = new ArrayList<>();
        for (int m = 0; m < errors.view().review(); m++) {
            double error = errors.error(node, m);
            if (!Double.isNaN(error)) {
                past.add(new PastError(Math.abs(errors.forecast(node, m)), error));
            }
        }
        return past;
    }

    /** True if the figure of the month under review belongs to the family of tests as a move. */
    public boolean isTested(SegmentId segment, String kpi) {
        Errors errors = errors(kpi);
        int node = errors.view().nodes().row(segment).orElseThrow();
        int review = errors.view().review();
        Eligibility eligibility = new Eligibility(errors.view(), errors, context.policy());
        return errors.shape(node, review) == Errors.Shape.MOVE
                && eligibility.hasCustomers(node, review)
                && eligibility.isWorthwhile(node, review)
                && errors(segment, kpi).size() >= Scores.MIN_ERRORS;
    }

    /** What was forecast of a segment's KPI for the month under review. */
    public double forecast(SegmentId segment, String kpi) {
        Errors errors = errors(kpi);
        return errors.forecast(errors.view().nodes().row(segment).orElseThrow(), month());
    }

    /** Unit of the growth scale of a segment's KPI. */
    public double unit(SegmentId segment, String kpi) {
        Errors errors = errors(kpi);
        return errors.unit(errors.view().nodes().row(segment).orElseThrow());
    }

    private Errors errors(String kpi) {
        return findings.levels().stream()
                .filter(level -> level.view().isSegment())
                .flatMap(level -> level.kpis().stream())
                .map(Scores::errors)
                .filter(errors -> errors.kpi().id().equals(kpi))
                .findFirst()
                .orElseThrow();
    }
}
