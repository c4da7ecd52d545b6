package io.segmentradar.nba.rule;

import io.segmentradar.core.action.catalog.FactUnit;
import io.segmentradar.core.kpi.Label;
import java.util.List;
import java.util.function.Function;

/**
 * A named figure of a segment in the month under review.
 *
 * @param values what a text can be; empty if it can be anything
 * @param reader a Double, String or Boolean as the unit demands; null where the figure is missing
 */
record Fact(String id, FactUnit unit, Label label, List<String> values, Function<SegmentView, Object> reader) {
    Fact {
        values = List.copyOf(values);
    }

    static Fact of(String id, FactUnit unit, String ko, String en, Function<SegmentView, Object> reader) {
        return new Fact(id, unit, new Label(ko, en), List.of(), reader);
    }
}
