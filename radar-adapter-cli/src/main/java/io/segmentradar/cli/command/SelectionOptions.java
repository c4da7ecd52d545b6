package io.segmentradar.cli.command;

import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.alert.AlertSelection;
import io.segmentradar.core.alert.AlertSelection.Budget;
import io.segmentradar.core.alert.AlertSelection.Dependence;
import io.segmentradar.core.alert.AlertSelection.FalseDiscoveryRate;
import picocli.CommandLine.Option;

/** How many of the unusual figures become alerts, where that is not left to the spec: {@code --fdr} or {@code --alert-budget}. */
final class SelectionOptions {
    @Option(names = "--fdr", paramLabel = "RATE")
    private Double rate;

    @Option(names = "--alert-budget", paramLabel = "N")
    private Integer budget;

    /**
     * What was asked for, else {@code otherwise}.
     *
     * @throws UsageException if both were asked for, or a value is out of range
     */
    AlertSelection or(AlertSelection otherwise, Terminal terminal) {
        if (rate != null && budget != null) {
            throw new UsageException(terminal.messages().text("error.exclusive", "--fdr, --alert-budget"));
        }
        if (rate != null) {
            if (!(rate > 0 && rate < 1)) {
                throw outOfRange("--fdr " + rate + " (above 0, below 1)", terminal);
            }
            return new FalseDiscoveryRate(rate, Dependence.POSITIVE);
        }
        if (budget != null && budget < 1) {
            throw outOfRange("--alert-budget " + budget + " (at least 1)", terminal);
        }
        return budget == null ? otherwise : new Budget(budget);
    }

    private static UsageException outOfRange(String option, Terminal terminal) {
        return new UsageException(terminal.messages().text("error.option", option));
    }
}
