package io.segmentradar.nba.rule;

import io.segmentradar.core.action.ActionWorth;
import io.segmentradar.core.action.catalog.FactUnit;
import java.util.Map;
import java.util.function.Function;

/** The figures of an action's worth that its texts may show beside the facts. */
public final class WorthFigures {
    static final Map<String, FactUnit> UNITS = Map.of(
            "probability", FactUnit.RATIO,
            "amount_at_stake", FactUnit.MONEY,
            "value", FactUnit.MONEY,
            "margin", FactUnit.RATIO,
            "effectiveness", FactUnit.RATIO);

    private WorthFigures() {}

    /** Figures of one action; null for any other name. */
    public static Function<String, Object> of(ActionWorth worth) {
        return name -> switch (name) {
            case "probability" -> (Object) worth.probability();
            case "amount_at_stake" -> worth.amountAtStake();
            case "value" -> worth.value();
            case "margin" -> worth.margin();
            case "effectiveness" -> worth.effectiveness();
            default -> null;
        };
    }
}
