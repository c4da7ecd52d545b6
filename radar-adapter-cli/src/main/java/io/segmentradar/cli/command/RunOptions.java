package io.segmentradar.cli.command;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of the main job that do not depend on where the input comes from. */
final class RunOptions {
    @Option(names = "--out", paramLabel = "DIR", defaultValue = "radar-out")
    Path out;

    @Option(names = "--as-of", paramLabel = "YYYY-MM")
    private YearMonth asOf;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    long seed;

    @Option(names = "--threads", paramLabel = "N")
    private Integer threads;

    @Option(names = "--max-reject-rate", paramLabel = "SHARE", defaultValue = "0.001")
    double maxRejectRate;

    @Option(names = "--control-share", paramLabel = "SHARE", defaultValue = "0")
    double controlShare;

    @Mixin
    SelectionOptions selection;

    @Mixin
    StoreOptions store;

    @Mixin
    ModelOptions models;

    Optional<YearMonth> asOf() {
        return Optional.ofNullable(asOf);
    }

    int threads() {
        return threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** Everything wrong with the values, in the user's words; empty if they are fine. */
    List<String> problems() {
        return java.util.stream.Stream.of(
                        threads() < 1 ? "--threads " + threads : "",
                        maxRejectRate < 0 || maxRejectRate > 1 ? "--max-reject-rate " + maxRejectRate + " (0..1)" : "",
                        controlShare < 0 || controlShare >= 1
                                ? "--control-share " + controlShare + " (0 to below 1)"
                                : "")
                .filter(problem -> !problem.isEmpty())
                .toList();
    }
}
