package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Terminal;
import io.segmentradar.cli.UsageException;
import io.segmentradar.core.forecast.ForecastTask;
import io.segmentradar.core.panel.SegmentAggregator;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import io.segmentradar.models.challenge.ModelChallenge;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar models challenge}: trains a challenger and lets it replace the champion if it is proved better. */
@Command(name = "challenge", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class ModelsChallenge implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--input", paramLabel = "FILE", required = true, arity = "1..*")
    private List<Path> input;

    @Option(names = "--encoding", paramLabel = "NAME", defaultValue = "auto")
    private String encoding;

    @Option(names = "--spec", paramLabel = "NAME|FILE", defaultValue = "imbank")
    private String specFile;

    @Option(names = "--if-asked")
    private boolean ifAsked;

    @Option(names = "--seed", paramLabel = "N", defaultValue = "42")
    private long seed;

    @Mixin
    private SeriesOptions series;

    @Mixin
    private StoreOptions store;

    ModelsChallenge(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        RadarSpec spec = new SpecLoader().load(specFile);
        try (JdbcRadarStore opened = JdbcRadarStore.open(store.required())) {
            if (ifAsked && !isAsked(opened)) {
                terminal.line(terminal.messages().text("models.not_asked"));
                return ExitCode.DONE.code();
            }
            int threads = Runtime.getRuntime().availableProcessors();
            ForecastTask task = spec.forecastTask(panel(spec), series.read(), seed, threads)
                    .with(ModelChallenge.training(spec.monitoring()));
            new ChallengeRound(terminal, spec, opened).hold(task);
        }
        return ExitCode.DONE.code();
    }

    /** Whether the newest run gives a reason to train new models. */
    private static boolean isAsked(JdbcRadarStore opened) {
        return opened.latest().map(run -> !run.monitor().triggers().isEmpty()).orElse(true);
    }

    private SegmentPanel panel(RadarSpec spec) {
        SegmentAggregator aggregator = new SegmentAggregator(spec.panelLayout());
        try {
            new CsvRecordSource(spec, input, InputEncoding.of(encoding)).read(aggregator);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--encoding: " + e.getMessage());
        }
        return aggregator.panel();
    }
}
