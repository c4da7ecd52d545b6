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
import java.util.stream.IntStream;

/**
 * Reads what came of actions: a CSV file with the columns {@code action_id} and {@code status} (DONE, ACCEPTED, DECLINED,
 * NO_ANSWER, or their Korean names) and perhaps {@code amount} (money unit; blank for none). Other columns are ignored.
 */
public final class OutcomesCsv {
    private static final int MOST_NAMED = 20;

    private final NumberText numbers = new NumberText();
    private final List<ActionOutcome> outcomes = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private OutcomesCsv() {}

    /**
     * @throws InputRejectedException naming every bad line; nothing is used then
     */
    public static List<ActionOutcome> read(Path path) {
        OutcomesCsv result = new OutcomesCsv();
        try (CsvFile csv = new CsvFile(path, InputEncoding.AUTO)) {
            CsvHeader header = csv.header();
            int id = require(header, "action_id");
            int status = require(header, "status");
            int amount = header.position("amount");
            int[] wanted = IntStream.of(id, status, amount)
                    .filter(column -> column >= 0)
                    .toArray();
            CsvTokens rows = csv.rows(wanted);
            for (String[] row = rows.next(); row != null; row = rows.next()) {
                if (!rows.isComplete(row) || rows.isMalformed()) {
                    result.problems.add("line " + rows.line() + ": a wrong number of cells");
                } else {
                    result.add(rows.line(), row[id], row[status], amount < 0 ? null : row[amount]);
                }
            }
            result.requireGood(csv.name());
        }
        return result.outcomes;
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
        String where = "line " + line + ": ";
        if (id == null || id.isBlank() || statusText == null) {
            problems.add(where + "an action_id and a status are needed");
            return;
        }
        Optional<ActionOutcome.Status> status = status(statusText.strip());
        if (status.isEmpty()) {
            problems.add(where + "'" + statusText + "' is no status; allowed: "
                    + Arrays.toString(ActionOutcome.Status.values()));
        }
        OptionalDouble amount = OptionalDouble.empty();
        if (amountText != null && !amountText.isBlank()) {
            if (numbers.read(amountText) && numbers.value() >= 0) {
                amount = OptionalDouble.of(numbers.value());
            } else {
                problems.add(where + "'" + amountText + "' is not an amount of at least 0");
            }
        }
        OptionalDouble agreed = amount;
        status.ifPresent(known -> outcomes.add(new ActionOutcome(id.strip(), known, agreed)));
    }

    private static Optional<ActionOutcome.Status> status(String text) {
        String code = text.toUpperCase(Locale.ROOT).replace(' ', '_');
        return Arrays.stream(ActionOutcome.Status.values())
                .filter(status ->
                        status.name().equals(code) || status.label().ko().equals(text))
                .findFirst();
    }

    private void requireGood(String file) {
        if (!problems.isEmpty()) {
            String more = problems.size() > MOST_NAMED ? " and " + (problems.size() - MOST_NAMED) + " more" : "";
            throw new InputRejectedException(file + " has " + problems.size() + " bad line(s): "
                    + String.join("; ", problems.subList(0, Math.min(MOST_NAMED, problems.size()))) + more
                    + ". Correct them, nothing was used.");
        }
    }
}
