package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertPolicy;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.Guardrail;
import io.segmentradar.core.alert.Standing;
import io.segmentradar.core.alert.Suppression;
import io.segmentradar.core.forecast.ForecastTable;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.forecast.PredictionInterval;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.segment.SegmentId;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Warnings ahead of time: the probability, from the published forecast distribution, that a figure will stand lower or
 * higher by the policy's share three months from now, and that it does so beyond what the season brings every year (the
 * {@link SeasonalMove}), which everybody expects. A node inside another that is expected to go the same way is folded
 * under it.
 */
final class Outlook {
    private static final Horizon AHEAD = new Horizon(Horizon.MAX);

    private final AlertContext context;
    private final AlertPolicy policy;
    private final YearMonth month;
    private final List<LevelView> levels;
    private final Map<Alert, int[]> members = new HashMap<>();
    private final List<Suppression> seasonal = new ArrayList<>();

    Outlook(AlertContext context, List<LevelView> levels) {
        this.context = context;
        this.policy = context.policy();
        this.month = context.panel().months().last();
        this.levels = levels;
    }

    /**
     * The warnings of largest expected loss.
     *
     * @param most number of warnings that stand for themselves
     * @param spokenOf alerts of the month; a figure that jumped just now is not also announced
     */
    List<Alert> warnings(int most, List<Alert> spokenOf) {
        List<Alert> all = new ArrayList<>();
        for (LevelView view : levels) {
            for (Kpi kpi : context.kpis().kpis()) {
                if (!kpi.kind().isSigned()) {
                    context.published()
                            .table(view.id(), kpi.id(), month, AHEAD)
                            .ifPresent(table -> collect(view, table, all));
                }
            }
        }
        all.removeIf(alert -> isSpokenOf(alert, spokenOf));
        seasonal.removeIf(held -> isSpokenOf(held.alert(), spokenOf));
        all.sort(Comparator.comparingDouble(Alert::expectedLoss).reversed().thenComparing(Alert::id));
        return fold(all, most);
    }

    /** What would have been warned of, did the season not bring it every year; known once the warnings are. */
    List<Suppression> seasonal() {
        return List.copyOf(seasonal);
    }

    private static boolean isSpokenOf(Alert alert, List<Alert> spokenOf) {
        return spokenOf.stream()
                .anyMatch(other ->
                        other.segment().equals(alert.segment()) && other.kpi().equals(alert.kpi()));
    }

    private List<Alert> fold(List<Alert> ranked, int most) {
        List<Alert> standing = new ArrayList<>();
        List<Alert> result = new ArrayList<>();
        for (Alert alert : ranked) {
            Optional<Alert> parent = standing.stream()
                    .filter(other -> other.type() == alert.type()
                            && other.kpi().equals(alert.kpi())
                            && overlap(members.get(other), members.get(alert)))
                    .findFirst();
            if (parent.isPresent()) {
                double share = Math.min(1, parent.get().impact() / alert.impact());
                result.add(alert.with(alert.standing().foldedInto(parent.get().id(), share)));
            } else if (standing.size() < most) {
                standing.add(alert);
                result.add(alert);
            }
        }
        return result;
    }

    /** True if one ascending list holds the other. */
    private static boolean overlap(int[] a, int[] b) {
        int i = 0;
        int both = 0;
        for (int segment : b) {
            while (i < a.length && a[i] < segment) {
                i++;
            }
            both += i < a.length && a[i] == segment ? 1 : 0;
        }
        return both == Math.min(a.length, b.length);
    }

    private void collect(LevelView view, ForecastTable table, List<Alert> all) {
        for (int node = 0; node < view.size(); node++) {
            SegmentId id = view.nodes().id(node);
            int row = table.nodes().row(id).orElse(-1);
            double today = view.panel().column(table.kpi()).orNaN(node, view.review());
            if (row >= 0
                    && table.has(row)
                    && today > 0
                    && view.isOwnVoice(node)
                    && view.customers(node, view.review()) >= policy.minCustomers()) {
                judge(view, table, node, row, today, all);
            }
        }
    }

    private void judge(LevelView view, ForecastTable table, int node, int row, double today, List<Alert> all) {
        Optional<Alert> plain = warn(table, row, today, today);
        if (plain.isEmpty()) {
            return;
        }
        PanelColumn column = view.panel().column(table.kpi());
        double season = SeasonalMove.of(column, node, view.review(), AHEAD.months());
        Optional<Alert> beyond = warn(table, row, today, today * season)
                .filter(alert -> alert.type() == plain.get().type());
        if (beyond.isPresent()) {
            members.put(beyond.get(), view.segmentsOf(node));
            all.add(beyond.get());
        } else {
            seasonal.add(new Suppression(plain.get(), Guardrail.SEASON));
        }
    }

    /**
     * The warning of a move away from a reference.
     *
     * @param reference where the figure would stand without it
     */
    private Optional<Alert> warn(ForecastTable table, int row, double today, double reference) {
        double fall = table.probabilityAtMost(row, (1 - policy.forecastChange()) * reference);
        double rise = 1 - table.probabilityAtMost(row, (1 + policy.forecastChange()) * reference);
        AlertType type = fall >= rise ? AlertType.FORECAST_DROP : AlertType.FORECAST_RISE;
        double impact = Math.abs(table.point(row) - reference);
        return Math.max(fall, rise) >= policy.forecastProbability()
                        && impact >= policy.floor(table.level(), table.kpi())
                ? Optional.of(write(table, row, type, today, Math.max(fall, rise), impact))
                : Optional.empty();
    }

    private Alert write(ForecastTable table, int row, AlertType type, double today, double probability, double impact) {
        SegmentId id = table.nodes().id(row);
        PredictionInterval interval = table.interval90(row);
        double surprise = Math.max(1e-9, 1 - probability);
        double floor = policy.floor(table.level(), table.kpi());
        return new Alert(
                AlertIds.of(month, table.level(), id, table.kpi(), type),
                table.level(),
                id,
                table.kpi(),
                month,
                type,
                SeverityScale.of(surprise, 1 - probability, impact, floor, today, table.point(row)),
                today,
                table.point(row),
                interval.lower(),
                interval.upper(),
                surprise,
                impact,
                new Standing(1 - probability, probability, "", 0, month, impact, Set.of()));
    }
}
