package io.segmentradar.cli.files;

import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.forecast.Forecast;
import io.segmentradar.core.scenario.ScenarioDifference;
import io.segmentradar.core.scenario.ScenarioNote;
import io.segmentradar.core.scenario.ScenarioOutcome;
import io.segmentradar.features.csv.CsvTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/** Scenarios side by side with their base, as CSV tables. */
public final class ScenarioFiles {
    private static final String FORECASTS = "scenario_forecasts.csv";

    private final AtomicDirectory directory;

    /** Fails now rather than after a long calculation if nothing can be written there. */
    public ScenarioFiles(Path directory) {
        this.directory = AtomicDirectory.writable(directory);
    }

    public void write(List<ScenarioOutcome> outcomes) {
        directory.publish("scenarios", FORECASTS, folder -> {
            table(
                    folder,
                    FORECASTS,
                    List.of(
                            "scenario",
                            "hierarchy_level",
                            "segment_id",
                            "kpi",
                            "horizon",
                            "target_month",
                            "base",
                            "scenario_point",
                            "change",
                            "scenario_lower",
                            "scenario_upper"),
                    out -> outcomes.forEach(
                            outcome -> outcome.differences().forEach(row -> forecast(outcome, row, out))));
            table(
                    folder,
                    "scenario_alerts.csv",
                    List.of("scenario", "change", "segment_id", "hierarchy_level", "kpi", "type", "severity", "impact"),
                    out -> outcomes.forEach(outcome -> alerts(outcome, out)));
            table(
                    folder,
                    "scenario_actions.csv",
                    List.of("scenario", "change", "segment_id", "action_type", "kpi", "value"),
                    out -> outcomes.forEach(outcome -> actions(outcome, out)));
            table(
                    folder,
                    "scenario_notes.csv",
                    List.of("scenario", "probability_given", "kind", "subject", "text_ko", "text_en"),
                    out -> outcomes.forEach(outcome -> notes(outcome, out)));
        });
    }

    /** Writes the rows of one table. */
    private interface Rows {
        void writeTo(CsvTable table);
    }

    private static void table(Path folder, String name, List<String> header, Rows rows) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)));
                CsvTable table = new CsvTable(out, header.toArray(String[]::new))) {
            rows.writeTo(table);
        }
    }

    private static void forecast(ScenarioOutcome outcome, ScenarioDifference row, CsvTable out) {
        Forecast then = row.scenario();
        out.text(outcome.scenario().name())
                .text(then.level())
                .text(then.segment())
                .text(then.kpi())
                .number(then.horizon().months())
                .text(then.targetMonth())
                .number(row.base().point())
                .number(then.point())
                .number(row.change())
                .number(then.interval90().lower())
                .number(then.interval90().upper())
                .end();
    }

    private static void alerts(ScenarioOutcome outcome, CsvTable out) {
        outcome.newAlerts().forEach(alert -> alert(outcome, "new", alert, out));
        outcome.goneAlerts().forEach(alert -> alert(outcome, "gone", alert, out));
    }

    private static void alert(ScenarioOutcome outcome, String change, Alert alert, CsvTable out) {
        out.text(outcome.scenario().name())
                .text(change)
                .text(alert.segment())
                .text(alert.level())
                .text(alert.kpi())
                .text(alert.type())
                .text(alert.severity())
                .number(alert.impact())
                .end();
    }

    private static void actions(ScenarioOutcome outcome, CsvTable out) {
        outcome.newActions().forEach(action -> action(outcome, "new", action, out));
        outcome.droppedActions().forEach(action -> action(outcome, "dropped", action, out));
    }

    private static void action(ScenarioOutcome outcome, String change, RecommendedAction action, CsvTable out) {
        out.text(outcome.scenario().name())
                .text(change)
                .text(action.segment())
                .text(action.type())
                .text(action.kpi())
                .number(action.worth().value())
                .end();
    }

    private static void notes(ScenarioOutcome outcome, CsvTable out) {
        OptionalDouble probability = outcome.scenario().probability();
        for (ScenarioNote note : outcome.notes()) {
            out.text(outcome.scenario().name())
                    .number(probability.orElse(Double.NaN))
                    .text(note.kind())
                    .text(note.subject())
                    .text(note.text().ko())
                    .text(note.text().en())
                    .end();
        }
    }
}
