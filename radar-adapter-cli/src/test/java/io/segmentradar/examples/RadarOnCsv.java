package io.segmentradar.examples;

import io.segmentradar.core.SegmentRadar;
import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.run.RunManifest;
import io.segmentradar.core.run.RunProgress;
import io.segmentradar.core.run.RunRequest;
import io.segmentradar.features.csv.CsvRecordSource;
import io.segmentradar.features.csv.InputEncoding;
import io.segmentradar.features.spec.SpecLoader;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Runs the radar on a CSV file and prints the watch-list. */
public final class RadarOnCsv {
    private RadarOnCsv() {}

    public static RadarRun run(Path file, PrintStream out) {
        // tag::guide[]
        RadarSpec spec = new SpecLoader().load("imbank");
        RunRequest request = new RunRequest(
                spec,
                Optional.empty(), // the input's last month
                List.of(), // no series from outside
                List.of(), // no past actions
                0, // no control group
                0.001, // largest share of bad rows
                42, // seed
                2, // threads
                new RunManifest.Versions("my-app 1.0", System.getProperty("java.version"), "4.3.0", "any", "any"),
                InstantSource.system());
        CsvRecordSource source = new CsvRecordSource(spec, List.of(file), InputEncoding.of("auto"));
        RadarRun run = SegmentRadar.builder().build().run(request, source, new Silent());
        MoneyFormat money = new MoneyFormat(spec.unit());
        for (Alert alert : run.alerts()) {
            out.println(alert.severity() + " " + alert.segment() + " " + alert.kpi() + " "
                    + money.format(alert.impact(), Language.KO));
        }
        // end::guide[]
        return run;
    }

    private static final class Silent implements RunProgress {
        @Override
        public void started(Stage stage) {}

        @Override
        public void finished(Stage stage, long items) {}
    }
}
