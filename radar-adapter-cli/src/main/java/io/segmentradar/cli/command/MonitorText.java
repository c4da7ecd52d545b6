package io.segmentradar.cli.command;

import io.segmentradar.cli.Messages;
import io.segmentradar.core.monitor.DriftCheck;
import io.segmentradar.core.monitor.DriftStatus;
import io.segmentradar.core.monitor.MonitorArea;
import io.segmentradar.core.monitor.MonitorReport;
import io.segmentradar.core.monitor.RetrainTrigger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Drift in lines of text: how many checks of each area drift, which, and what asks for new models. */
final class MonitorText {
    private final Messages messages;
    private final MonitorReport report;

    MonitorText(Messages messages, MonitorReport report) {
        this.messages = messages;
        this.report = report;
    }

    /** One line, and one for each reason to train new models. */
    List<String> summary() {
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(
                "monitor.summary", of(MonitorArea.DATA), of(MonitorArea.FORECAST), of(MonitorArea.ALERT)));
        for (RetrainTrigger trigger : report.triggers()) {
            lines.add(messages.text(
                    "monitor.trigger",
                    messages.text("monitor.because." + trigger.kind().name().toLowerCase(Locale.ROOT)),
                    trigger.reason().in(messages.language())));
        }
        return lines;
    }

    private String of(MonitorArea area) {
        return report.count(area, DriftStatus.DRIFT) + "/" + report.judged(area);
    }

    /** A table of the checks that drift and, if wanted, of those that are worth a look; else how many these are. */
    List<String> unusual(boolean withNotices) {
        TextTable table = new TextTable(List.of(
                messages.text("monitor.item"),
                messages.text("monitor.measure"),
                messages.text("monitor.verdict"),
                messages.text("monitor.usual"),
                messages.text("monitor.now"),
                "PSI",
                "q",
                messages.text("monitor.reason")));
        int rows = 0;
        int notices = 0;
        for (DriftCheck check : report.checks()) {
            boolean notice = check.status() == DriftStatus.NOTICE;
            notices += notice ? 1 : 0;
            if (check.status() == DriftStatus.DRIFT || notice && withNotices) {
                table.row(List.of(
                        check.label().in(messages.language()),
                        measure(check),
                        messages.text("monitor.is." + check.status().name().toLowerCase(Locale.ROOT)),
                        number(check.reference()),
                        number(check.current()),
                        number(check.psi()),
                        number(check.qValue()),
                        check.reason().in(messages.language())));
                rows++;
            }
        }
        List<String> lines = new ArrayList<>(rows == 0 ? List.of(messages.text("monitor.usual_all")) : table.lines());
        if (notices > 0 && !withNotices) {
            lines.add(messages.text("monitor.notices", notices));
        }
        return lines;
    }

    private String measure(DriftCheck check) {
        String name = messages.text("monitor.of." + check.measure());
        return check.horizon() == 0 ? name : messages.text("monitor.ahead", name, check.horizon());
    }

    private static String number(double value) {
        return Double.isNaN(value) ? "–" : String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.4f" : "%,.0f", value);
    }
}
