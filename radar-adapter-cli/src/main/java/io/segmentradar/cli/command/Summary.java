package io.segmentradar.cli.command;

import io.segmentradar.cli.Messages;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.forecast.Horizon;
import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.panel.PanelColumn;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.panel.linkage.AbsenceShare;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a banker reads when the job is done: totals with forecast, the first warnings, the first actions. */
final class Summary {
    private static final int SHOWN = 10;

    private final Terminal terminal;
    private final Messages messages;
    private final Language language;
    private final RadarRun run;
    private final MoneyFormat money;

    Summary(Terminal terminal, RadarRun run) {
        this.terminal = terminal;
        this.messages = terminal.messages();
        this.language = messages.language();
        this.run = run;
        this.money = new MoneyFormat(run.spec().unit());
    }

    void print(Path out) {
        SegmentPanel panel = run.panel();
        terminal.line("");
        terminal.line(messages.text(
                "summary.title",
                panel.months().last(),
                count(panel.segments()),
                count(run.ingest().rows())));
        printIngest();
        printTotals();
        printAlerts();
        printActions();
        terminal.line("");
        new MonitorText(messages, run.monitor()).summary().forEach(terminal::line);
        terminal.line("");
        terminal.line(messages.text("summary.files", out.toAbsolutePath().normalize()));
    }

    private void printIngest() {
        long rejects =
                run.ingest().files().stream().mapToLong(file -> file.rejects()).sum();
        if (rejects > 0) {
            terminal.line(messages.text("summary.rejects", count(rejects)));
        }
        if (!run.ingest().ignoredColumns().isEmpty()) {
            terminal.line(messages.text(
                    "summary.ignored", String.join(", ", run.ingest().ignoredColumns())));
        }
        AbsenceShare.of(run.panel())
                .ifPresent(share -> terminal.line(messages.text(
                        "summary.absent", percent(share.now()), percent(share.usual()), percent(share.back()))));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    private void printTotals() {
        terminal.line("");
        TextTable table = new TextTable(List.of(
                messages.text("summary.kpi"),
                messages.text("summary.now"),
                messages.text("summary.change"),
                messages.text("summary.next"),
                messages.text("summary.interval")));
        SegmentPanel bank = run.panel().rollUp(run.spec().hierarchy().bank());
        for (Kpi kpi : run.spec().kpis().kpis()) {
            table.row(totals(kpi, bank.column(kpi.id()), bank.months().count() - 1));
        }
        table.lines().forEach(terminal::line);
    }

    private List<String> totals(Kpi kpi, PanelColumn column, int now) {
        List<String> cells = new ArrayList<>(List.of(kpi.label().in(language)));
        double actual = column.orNaN(0, now);
        double before = column.orNaN(0, now - 1);
        cells.add(Double.isNaN(actual) ? "–" : money.format(actual, language));
        boolean comparable = !kpi.kind().isSigned() && before > 0 && !Double.isNaN(actual);
        cells.add(comparable ? change(actual / before - 1) : "–");
        Optional<Forecast> next = run.published()
                .table(SegmentHierarchy.BANK, kpi.id(), run.panel().months().last(), Horizon.ONE)
                .filter(table -> table.has(0))
                .map(table -> table.forecast(0));
        cells.add(next.map(forecast -> money.format(forecast.point(), language)).orElse("–"));
        cells.add(next.map(forecast -> money.format(forecast.interval90().lower(), language) + " ~ "
                        + money.format(forecast.interval90().upper(), language))
                .orElse("–"));
        return cells;
    }

    private static String change(double share) {
        return String.format(Locale.ROOT, "%s %.1f%%", share < 0 ? "▼" : "▲", Math.abs(100 * share));
    }

    private void printAlerts() {
        terminal.line("");
        Map<Boolean, List<Alert>> folded = run.alerts().stream()
                .collect(Collectors.partitioningBy(alert -> alert.standing().isFolded()));
        List<Alert> own = folded.get(false);
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long n = own.stream().filter(a -> a.severity() == severity).count();
            counts.add(severity.label().in(language) + " " + count(n));
        }
        terminal.line(messages.text("summary.alerts", count(own.size()), String.join(", ", counts)));
        if (own.isEmpty()) {
            return;
        }
        if (!folded.get(true).isEmpty()) {
            terminal.line(messages.text("summary.folded", count(folded.get(true).size())));
        }
        TextTable table = new TextTable(List.of(
                "#",
                messages.text("summary.severity"),
                messages.text("summary.segment"),
                messages.text("summary.kpi"),
                messages.text("summary.type"),
                messages.text("summary.actual"),
                messages.text("summary.expected"),
                messages.text("summary.impact")));
        int rank = 0;
        for (Alert alert : own.stream().limit(SHOWN).toList()) {
            table.row(List.of(
                    String.valueOf(++rank),
                    alert.severity().label().in(language),
                    run.spec().hierarchy().nameOf(alert.segment().key(), language),
                    run.spec().kpis().kpi(alert.kpi()).label().in(language),
                    alert.type().label().in(language),
                    money.format(alert.actual(), language),
                    money.format(alert.expected(), language),
                    money.format(alert.impact(), language)));
        }
        table.lines().forEach(terminal::line);
    }

    private void printActions() {
        terminal.line("");
        List<RecommendedAction> planned =
                run.actions().stream().filter(RecommendedAction::isPlanned).toList();
        terminal.line(messages.text("summary.actions", count(planned.size())));
        int rank = 0;
        for (RecommendedAction action : planned.stream().limit(SHOWN).toList()) {
            terminal.line(String.format(
                    Locale.ROOT,
                    "%3d. %s  %s%n     %s",
                    ++rank,
                    run.spec().hierarchy().nameOf(action.segment().key(), language),
                    action.title().in(language),
                    action.reason().in(language)));
        }
        terminal.line(messages.text(
                "summary.plan",
                money.format(run.actionReport().plan().expectedValue(), language),
                count(run.actions().size()),
                count(run.actionReport().plan().control())));
        List<String> silent =
                run.actionReport().silentRules().stream().map(this::actionName).toList();
        if (!silent.isEmpty()) {
            terminal.line(messages.text("summary.silent", String.join(", ", silent)));
        }
    }

    private String actionName(String rule) {
        return run.spec().actions().catalog().rules().stream()
                .filter(one -> one.id().equals(rule))
                .findFirst()
                .map(one -> one.label().in(language))
                .orElse(rule);
    }

    private static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }
}
