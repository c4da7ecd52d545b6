package io.segmentradar.nba;

import io.segmentradar.core.action.ActionContext;
import io.segmentradar.core.segment.SegmentDimension;
import io.segmentradar.core.segment.SegmentKey;
import io.segmentradar.nba.candidate.Candidate;
import io.segmentradar.nba.plan.PlanItem;
import java.util.List;
import java.util.stream.IntStream;

/** Shows candidates to the planner: where hours are counted and over what the plan spreads. */
final class PlanItems {
    private final ActionContext context;
    private final int area;
    private final int group;

    PlanItems(ActionContext context) {
        this.context = context;
        this.area = position(context.policy().plan().areaDimension());
        this.group = position(context.policy().plan().diversityDimension());
    }

    private int position(String dimension) {
        List<SegmentDimension> dimensions = context.hierarchy().dimensions();
        return IntStream.range(0, dimensions.size())
                .filter(d -> dimensions.get(d).id().equals(dimension))
                .findFirst()
                .orElse(-1);
    }

    List<PlanItem> of(List<Candidate> candidates) {
        return candidates.stream()
                .filter(candidate -> candidate.dropped().isEmpty())
                .map(this::item)
                .toList();
    }

    private PlanItem item(Candidate candidate) {
        return new PlanItem(
                candidate.id(),
                candidate.row(),
                candidate.rule().id(),
                candidate.rule().category(),
                candidate.delivery().owner(),
                area(candidate),
                value(candidate, group),
                candidate.delivery().hours(),
                candidate.score());
    }

    /** Value of the key dimension by which hours are given. */
    String area(Candidate candidate) {
        return value(candidate, area);
    }

    String group(Candidate candidate) {
        return value(candidate, group);
    }

    private String value(Candidate candidate, int dimension) {
        return dimension < 0
                ? SegmentKey.ANY
                : context.panel().index().key(candidate.row()).value(dimension);
    }
}
