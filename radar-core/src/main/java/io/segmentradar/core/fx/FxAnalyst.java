package io.segmentradar.core.fx;

import io.segmentradar.core.panel.MonthlySeries;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.List;

/** Finds out what the exchange rate means for the segments. */
public interface FxAnalyst {
    /**
     * @param panel with the policy's columns; the month under review is its last
     * @param covariates among them perhaps the policy's series
     */
    FxReport analyse(SegmentPanel panel, FxPolicy policy, List<MonthlySeries> covariates);
}
