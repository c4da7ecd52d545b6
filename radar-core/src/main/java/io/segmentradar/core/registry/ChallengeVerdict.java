package io.segmentradar.core.registry;

import io.segmentradar.core.kpi.Label;
import java.util.List;

/**
 * Champion and challenger compared on months that neither had seen when it forecast them.
 *
 * @param wins whether the challenger should replace the champion
 * @param origins forecast origins compared
 * @param gain mean share by which the challenger's errors are smaller, over KPIs, horizons and origins
 * @param pValue one-sided probability (Diebold-Mariano) of such a gain by chance; NaN if it cannot be judged
 * @param championCoverage share of actuals inside the champion's 90 % intervals
 * @param challengerCoverage the same for the challenger
 * @param duels KPI by KPI
 * @param reason the verdict in words
 */
public record ChallengeVerdict(
        String champion,
        String challenger,
        boolean wins,
        int origins,
        double gain,
        double pValue,
        double championCoverage,
        double challengerCoverage,
        List<Duel> duels,
        Label reason) {
    public ChallengeVerdict {
        duels = List.copyOf(duels);
    }

    /** Errors of one KPI over all horizons: Σ|actual − point| / Σ|actual| of segments. */
    public record Duel(String kpi, double championWape, double challengerWape) {}
}
