package io.segmentradar.report.text;

import io.segmentradar.core.driver.Driver;
import io.segmentradar.core.driver.DriverKind;
import io.segmentradar.core.view.AlertRow;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The one cause of an alert worth a line. */
public final class Cause {
    /** Views of what happened by how much they tell a reader; views are never mixed. */
    private static final List<List<DriverKind>> BEHIND =
            List.of(List.of(DriverKind.VOLUME, DriverKind.RATE), List.of(DriverKind.COMPONENT));

    private static final List<List<DriverKind>> AHEAD = List.of(List.of(DriverKind.MODEL));

    /** What the model alone does not explain: no cause that a reader could act on. */
    private static final String UNEXPLAINED = "combination";

    private Cause() {}

    /**
     * The largest driver that moved the figure in the direction of the surprise, or, for an alert about months to come,
     * the forecast in its direction; empty if none is known.
     */
    public static Optional<Driver> of(AlertRow row) {
        boolean ahead = row.alert().type().looksAhead();
        double direction =
                ahead ? row.drivers().sum(DriverKind.MODEL) : row.alert().residual();
        return (ahead ? AHEAD : BEHIND)
                .stream()
                        .map(kinds -> row.drivers().drivers().stream()
                                .filter(driver -> kinds.contains(driver.kind()))
                                .filter(driver ->
                                        !driver.id().equals(UNEXPLAINED) && driver.contribution() * direction > 0)
                                .max(Comparator.comparingDouble(driver -> Math.abs(driver.contribution()))))
                        .flatMap(Optional::stream)
                        .findFirst();
    }
}
