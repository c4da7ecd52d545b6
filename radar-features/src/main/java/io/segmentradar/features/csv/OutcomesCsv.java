package io.segmentradar.features.csv;

import io.segmentradar.core.action.outcome.ActionOutcome;
import io.segmentradar.core.panel.InputRejectedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Reads what came of actions: a CSV file with the columns {@code action_id} and {@code status} (DONE, ACCEPTED, DECLINED,
 * NO_ANSWER, or their Korean names) and perhaps {@code amount} (money unit; blank for none). Other columns are ignored.
 */
public final class OutcomesCsv {
    private static final int MOST_NAMED = 20;
    private static final String ID = "action_id";
    private static final String STATUS = "status";
    private static final String AMOUNT = "amount";

    private final NumberText numbers = new NumberText();
    private final List<Line> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final String file;

    private record Line(long number, ActionOutcome outcome) {}

    private OutcomesCsv(String file) {
        this.file = file;
    }

    /**
     * @param actions of the ids that the file names, those of which there is an action
     * @throws InputRejectedException naming file, line, column and value of all that is bad; nothing is to be used then
     */
    public static List<ActionOutcome> read(Path path, UnaryOperator<Set<String>> actions) {
        try (CsvFile csv = new CsvFile(path, InputEncoding.AUTO)) {
            OutcomesCsv result = new OutcomesCsv(csv.name());
            result.readRows(csv);
            result.requireKnown(actions);
            result.requireGood();
            return result.lines.stream().map(Line::outcome).toList();
        }
    }

    private void readRows(CsvFile csv) {
        CsvHeader header = csv.header();
        int id = require(header, ID);
        int status = require(header, STATUS);
        int amount = header.position(AMOUNT);
        CsvTokens rows = csv.rows(
                IntStream.of(id, status, amount).filter(column -> column >= 0).toArray());
        for (String[] row = rows.next(); row != null; row = rows.next()) {
            if (!rows.isComplete(row) || rows.isMalformed()) {
                problems.add(file + ":" + rows.line() + ": the line has not as many cells as the header");
            } else {
                add(rows.line(), row[id], row[status], amount < 0 ? null : row[amount]);
            }
        }
    }

    private static int require(CsvHeader header, String column) {
        int position = header.position(column);
        if (position < 0) {
            throw new InputRejectedException(header.where() + ": the column '" + column + "' is missing; found: "
                    + String.join(", ", header.names()) + ". Needed are action_id and status, and perhaps amount.");
        }
        return position;
    }

    private void add(long line, String id, String statusText, String amountText) {
        if (id == null || id.isBlank()) {
            problem(line, ID, "", "is blank");
            return;
        }
        Optional<ActionOutcome.Status> status = status(statusText == null ? "" : statusText.strip());
        if (status.isEmpty()) {
            problem(
                    line,
                    STATUS,
                    statusText == null ? "" : statusText,
                    "is none of " + Arrays.toString(ActionOutcome.Status.values()));
            return;
        }
        OptionalDouble amount = OptionalDouble.empty();
        if (amountText != null && !amountText.isBlank()) {
            if (!numbers.read(amountText) || numbers.value() < 0) {
                problem(line, AMOUNT, amountText, "is not an amount of at least 0");
                return;
            }
            amount = OptionalDouble.of(numbers.value());
        }
        lines.add(new Line(line, new ActionOutcome(id.strip(), status.get(), amount)));
    }

    private void problem(long line, String column, String value, String what) {
        problems.add(file + ":" + line + " " + column + " '" + value + "' " + what);
    }

    private static Optional<ActionOutcome.Status> status(String text) {
        String code = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(ActionOutcome.Status.values())
                .filter(status ->
                        status.name().equals(code) || status.label().ko().equals(text))
                .findFirst();
    }

    private void requireKnown(UnaryOperator<Set<String>> actions) {
        Set<String> known = actions.apply(
                lines.stream().map(line -> line.outcome().actionId()).collect(Collectors.toSet()));
        lines.stream()
                .filter(line -> !known.contains(line.outcome().actionId()))
                .forEach(line -> problem(
                        line.number(),
                        ID,
                        line.outcome().actionId(),
                        "is no action of a stored run; ids are in actions.csv"));
    }

    private void requireGood() {
        if (!problems.isEmpty()) {
            String more = problems.size() > MOST_NAMED ? "\n  and " + (problems.size() - MOST_NAMED) + " more" : "";
            throw new InputRejectedException(problems.size() + " bad line(s), so nothing was taken in. Correct them and"
                    + " import the whole file again:\n  "
                    + String.join("\n  ", problems.subList(0, Math.min(MOST_NAMED, problems.size()))) + more);
        }
    }
}
