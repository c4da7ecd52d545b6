package io.segmentradar.cli.command;

import io.segmentradar.cli.ExitCode;
import io.segmentradar.cli.Messages;
import io.segmentradar.cli.Terminal;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.notify.Delivery;
import io.segmentradar.report.notify.Notifier;
import io.segmentradar.report.notify.RetryPolicy;
import io.segmentradar.report.notify.SubscriptionFile;
import io.segmentradar.store.JdbcRadarStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code radar notify}: tells subscribers what a stored run has found new, once. */
@Command(name = "notify", mixinStandardHelpOptions = true, versionProvider = Version.class)
final class NotifyCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--subscriptions", paramLabel = "FILE", required = true)
    private Path subscriptions;

    @Option(names = "--sent", paramLabel = "FILE")
    private Path sent;

    @Option(names = "--dry-run")
    private boolean dryRun;

    @Mixin
    private StoredRunOptions stored;

    NotifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return stored.with(terminal, this::tell);
    }

    private int tell(RadarRun run, JdbcRadarStore store) {
        Path log = sent == null ? subscriptions.resolveSibling(subscriptions.getFileName() + ".sent.json") : sent;
        Notifier notifier = new Notifier(
                SubscriptionFile.load(subscriptions, run.spec()), log, RetryPolicy.DEFAULT, System.getenv());
        Optional<RadarRun> previous = StoredRunOptions.before(run, store);
        List<Delivery> deliveries = dryRun ? notifier.dryRun(run, previous) : notifier.send(run, previous);
        deliveries.forEach(delivery -> {
            terminal.line(said(delivery));
            if (delivery instanceof Delivery.Sent done) {
                StoredRunOptions.note(store, "notify", run, done.subscription() + " / " + done.channel());
            }
        });
        boolean failed = deliveries.stream().anyMatch(Delivery.Failed.class::isInstance);
        return (failed ? ExitCode.FAILED : ExitCode.DONE).code();
    }

    private String said(Delivery delivery) {
        Messages messages = terminal.messages();
        if (delivery instanceof Delivery.Sent done) {
            return messages.text("notify.sent", done.subscription(), done.channel(), done.changes());
        }
        if (delivery instanceof Delivery.Failed failed) {
            return messages.text("notify.failed", failed.subscription(), failed.channel(), failed.reason());
        }
        if (delivery instanceof Delivery.Printed printed) {
            return messages.text("notify.printed", printed.subscription(), printed.channel(), printed.subject())
                    + "\n\n" + printed.text();
        }
        return messages.text("notify.nothing", delivery.subscription());
    }
}
