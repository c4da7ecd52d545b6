package io.segmentradar.models.alert.quality;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.AlertContext;
import io.segmentradar.core.alert.AlertReport;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertType;
import io.segmentradar.core.alert.KnownEvent;
import io.segmentradar.core.alert.Watchlist;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.segment.SegmentId;
import io.segmentradar.models.alert.EarlyWarnings;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Scores the alerts of past months, each raised from what was known then, against known events. An event is found by an
 * alert on its segment and KPI in the month it starts or the two after; an alert on a segment and KPI that has no event
 * at all is false.
 */
public final class EventTrial {
    /** What {@link #alternatives} tries of a budget. */
    private static final double[] BUDGETS = {0.5, 2, 4};

    /** Months after the start within which an alert still counts. */
    private static final int LATE = 2;

    private final List<KnownEvent> events;
    private final int largeFrom;
    private final Set<String> figures = new HashSet<>();

    /**
     * @param largeFrom customers from which a segment's jumps are also counted apart
     */
    public EventTrial(List<KnownEvent> events, int largeFrom) {
        this.events = List.copyOf(events);
        this.largeFrom = largeFrom;
        events.forEach(event -> figures.add(figure(event.segment(), event.kpi())));
    }

    /**
     * @param rows all events, then jumps in large segments; false alerts are the same in both
     * @param watchlistMoneyShare of the events' money that the months' watch-lists named
     */
    public record Result(List<QualityRow> rows, double watchlistMoneyShare) {
        public Result {
            rows = List.copyOf(rows);
        }
    }

    /** The same months judged at every selection: the first is the one asked for. */
    public List<Result> run(List<YearMonth> months, MonthContexts contexts, List<AlertSelection> selections) {
        List<KnownEvent> scored = new ArrayList<>(events);
        scored.removeIf(event -> !months.contains(event.start()));
        List<Score> scores = selections.stream().map(Score::new).toList();
        for (YearMonth month : months) {
            AlertContext context = contexts.at(month);
            List<AlertReport> reports = new EarlyWarnings().evaluate(context, selections);
            for (int i = 0; i < reports.size(); i++) {
                scores.get(i).month(context.panel(), reports.get(i), scored);
            }
        }
        return scores.stream().map(Score::result).toList();
    }

    /** A selection and, where it is a budget, smaller and larger ones, so that recall can be read against false alerts. */
    public static List<AlertSelection> alternatives(AlertSelection selection) {
        List<AlertSelection> all = new ArrayList<>(List.of(selection));
        for (double factor : BUDGETS) {
            if (selection instanceof AlertSelection.Budget budget) {
                all.add(new AlertSelection.Budget(Math.max(1, (int) (factor * budget.alerts()))));
            } else if (selection instanceof AlertSelection.RelativeBudget budget) {
                all.add(new AlertSelection.RelativeBudget(factor * budget.perHundred()));
            }
        }
        return all;
    }

    private boolean isLarge(KnownEvent event, SegmentPanel panel) {
        double customers = valueAt(event, SegmentPanel.CUSTOMER_COUNT, event.start(), panel);
        return event.type() != AlertType.INFLECTION && customers >= largeFrom;
    }

    private static double money(KnownEvent event, SegmentPanel panel) {
        double before = valueAt(event, event.kpi(), event.start().minusMonths(1), panel);
        return Double.isNaN(before) ? 0 : Math.abs(event.magnitude() * before);
    }

    private static double valueAt(KnownEvent event, String column, YearMonth month, SegmentPanel panel) {
        PanelColumn values = panel.column(column);
        return values.orNaN(
                panel.index().row(event.segment()).orElseThrow(), panel.months().indexOf(month));
    }

    private static boolean isAbout(Alert alert, KnownEvent event, YearMonth month) {
        return alert.segment().equals(event.segment())
                && alert.kpi().equals(event.kpi())
                && !alert.type().looksAhead()
                && !month.isBefore(event.start())
                && !month.isAfter(event.start().plusMonths(LATE));
    }

    /** What one selection found. */
    private final class Score {
        private final Set<KnownEvent> found = new HashSet<>();
        private final Set<KnownEvent> named = new HashSet<>();
        private final Tally all;
        private final Tally large;
        private double money;
        private double namedMoney;

        Score(AlertSelection selection) {
            this.all = new Tally("events", selection, 0);
            this.large = new Tally("jumps_" + largeFrom + "_customers", selection, 0);
        }

        Result result() {
            return new Result(List.of(all.row(), large.row()), money == 0 ? 0 : namedMoney / money);
        }

        void month(SegmentPanel panel, AlertReport report, List<KnownEvent> scored) {
            YearMonth month = panel.months().last();
            for (KnownEvent event : scored) {
                if (event.start().equals(month)) {
                    all.planted(1);
                    large.planted(isLarge(event, panel) ? 1 : 0);
                    money += money(event, panel);
                }
            }
            score(month, report, scored, panel);
        }

        private void score(YearMonth month, AlertReport report, List<KnownEvent> scored, SegmentPanel panel) {
            int hits = 0;
            int noise = 0;
            for (Alert alert : report.raised()) {
                if (!alert.level().equals(SegmentHierarchy.SEGMENT)) {
                    continue;
                }
                boolean aboutEvent = figures.contains(figure(alert.segment(), alert.kpi()));
                hits += aboutEvent ? 1 : 0;
                noise += aboutEvent || alert.standing().isFolded() ? 0 : 1;
                for (KnownEvent event : scored) {
                    if (isAbout(alert, event, month) && found.add(event)) {
                        int late = (int) event.start().until(month, ChronoUnit.MONTHS);
                        all.found(late);
                        if (isLarge(event, panel)) {
                            large.found(late);
                        }
                    }
                }
            }
            all.family(month, hits, noise, 0, panel.segments());
            large.family(month, hits, noise, 0, panel.segments());
            for (Watchlist.Entry entry : report.watchlist().entries()) {
                for (KnownEvent event : scored) {
                    if (isAbout(entry.alert(), event, month) && named.add(event)) {
                        namedMoney += money(event, panel);
                    }
                }
            }
        }
    }

    private static String figure(SegmentId segment, String kpi) {
        return segment.value() + "\u0000" + kpi;
    }
}
