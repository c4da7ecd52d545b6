package io.segmentradar.core.registry;

import io.segmentradar.core.forecast.AccuracyReport;
import io.segmentradar.core.forecast.trained.ModelArchive;
import io.segmentradar.core.forecast.trained.Provenance;
import io.segmentradar.core.segment.SegmentHierarchy;
import java.time.Instant;
import java.util.List;

/**
 * One training, as the registry lists it; never changed once registered.
 *
 * @param id of the archive
 * @param specName spec whose KPIs the models forecast; one champion each
 * @param promises what the back-test of the training said about segments
 */
public record ModelVersion(
        String id, String specName, Instant createdAt, Provenance provenance, List<Promise> promises) {
    public ModelVersion {
        promises = List.copyOf(promises);
    }

    /** Accuracy of one KPI and horizon over all segments, out of sample. */
    public record Promise(String kpi, int horizon, double wape, double coverage90) {}

    public static ModelVersion of(ModelArchive archive, String specName, Instant createdAt, AccuracyReport accuracy) {
        return new ModelVersion(
                archive.id(),
                specName,
                createdAt,
                archive.provenance(),
                accuracy.rows().stream()
                        .filter(row -> row.model().equals(AccuracyReport.PUBLISHED)
                                && row.level().equals(SegmentHierarchy.SEGMENT)
                                && row.sizeClass().equals(AccuracyReport.ALL_SIZES))
                        .map(row -> new Promise(row.kpi(), row.horizon(), row.wape(), row.coverage90()))
                        .toList());
    }
}
