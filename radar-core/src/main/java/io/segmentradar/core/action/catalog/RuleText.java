package io.segmentradar.core.action.catalog;

import io.segmentradar.core.kpi.Label;
import java.util.List;

/**
 * What is said about an action. Texts are templates: <code>{fact}</code> is the formatted figure, <code>{은/는}</code> the Korean particle that fits what stands before it.
 *
 * @param reason why it is recommended, one sentence with the figures
 * @param talkingPoints what to raise with the customer
 */
public record RuleText(Label reason, List<Label> talkingPoints) {
    public RuleText {
        talkingPoints = List.copyOf(talkingPoints);
    }
}
