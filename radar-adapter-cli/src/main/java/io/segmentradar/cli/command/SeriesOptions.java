package io.segmentradar.cli.command;

import io.segmentradar.cli.UsageException;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.features.csv.MonthlySeriesCsv;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Option;

/** Monthly figures from outside the bank: {@code --fx FILE} and {@code --covariate NAME=FILE[,lag=N]}. */
final class SeriesOptions {
    private static final String USD_KRW = "usdkrw";
    private static final Pattern COVARIATE = Pattern.compile("(?<name>\\w+)=(?<file>.+?)(,lag=(?<lag>\\d{1,2}))?");

    @Option(names = "--fx", paramLabel = "FILE")
    private Path fx;

    @Option(names = "--covariate", paramLabel = "NAME=FILE[,lag=N]")
    private List<String> covariates = List.of();

    static MonthlySeries usdKrw(Path file) {
        return MonthlySeriesCsv.read(file, USD_KRW, new Label("원/달러 환율", "USD/KRW"), 0);
    }

    /**
     * @throws UsageException if an option cannot be understood or a name is given twice
     */
    List<MonthlySeries> read() {
        List<MonthlySeries> series = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (fx != null) {
            names.add(USD_KRW);
            series.add(usdKrw(fx));
        }
        for (String option : covariates) {
            Matcher parts = COVARIATE.matcher(option);
            if (!parts.matches()) {
                throw new UsageException("--covariate '" + option
                        + "' is not NAME=FILE[,lag=N], such as esi=esi.csv,lag=1 (letters, digits and _ in the name).");
            }
            String name = parts.group("name");
            if (!names.add(name)) {
                throw new UsageException("--covariate " + name + " is given twice; each series needs its own name.");
            }
            int lag = parts.group("lag") == null ? 0 : Integer.parseInt(parts.group("lag"));
            series.add(MonthlySeriesCsv.read(Path.of(parts.group("file")), name, new Label(name, name), lag));
        }
        return series;
    }
}
