package io.segmentradar.report.workbook;

import io.segmentradar.core.action.ActionDecision;
import io.segmentradar.core.action.RecommendedAction;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.segment.SegmentHierarchy;
import io.segmentradar.core.view.ActionRow;
import io.segmentradar.core.view.RunView;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** All candidates with every factor of their worth, and why those not planned are not. */
final class ActionSheet {
    private final RunView view;
    private final Words words;
    private final KeyColumns keys;

    ActionSheet(RunView view, Words words, KeyColumns keys) {
        this.view = view;
        this.words = words;
        this.keys = keys;
    }

    Sheet<RecommendedAction> sheet() {
        List<Column<RecommendedAction>> columns = new ArrayList<>();
        columns.add(Column.count(
                "순위", "Rank", action -> OptionalDouble.of(action.priority().rank())));
        columns.add(Column.text("계획", "Planned", 9, action -> words.of(decision(action.decision()))));
        columns.add(Column.text("액션", "Action", 24, action -> words.of(action.title())));
        columns.addAll(keys.of(action -> keys.key(SegmentHierarchy.SEGMENT, action.segment())));
        columns.add(Column.text("분류", "Category", 12, this::category));
        columns.add(Column.text("KPI", "KPI", 16, action -> words.figure(action.kpi())));
        columns.add(Column.text(
                "담당", "Owner", 12, action -> words.owner(action.delivery().owner())));
        columns.add(Column.text(
                "채널", "Channel", 12, action -> words.channel(action.delivery().channel())));
        columns.add(Column.day("기한", "Due", action -> action.delivery().due()));
        columns.add(Column.money("소요 시간", "Hours", action -> action.delivery().hours()));
        columns.add(Column.text(
                "긴급도",
                "Urgency",
                12,
                action -> words.of(action.priority().urgency().label())));
        columns.addAll(worth());
        columns.add(Column.text("추천 사유", "Why", 60, action -> words.of(action.reason())));
        columns.add(Column.text("제외 사유", "Why not", 40, action -> whyNot(action.decision())));
        columns.add(
                Column.text("알림 ID", "Alert id", 44, action -> action.alertId().orElse("")));
        columns.add(Column.text("액션 ID", "Action id", 44, RecommendedAction::id));
        List<RecommendedAction> rows = view.actions().stream()
                .filter(row -> !row.masked())
                .map(ActionRow::action)
                .toList();
        return new Sheet<>(new Label("추천 액션", "Actions"), columns, rows);
    }

    private static List<Column<RecommendedAction>> worth() {
        return List.of(
                Column.money(
                        "기대 가치(가정)",
                        "Expected value (assumed)",
                        action -> action.worth().value()),
                Column.share("확률", "Probability", action -> action.worth().probability()),
                Column.money(
                        "대상 금액", "Amount at stake", action -> action.worth().amountAtStake()),
                Column.share(
                        "마진(가정)", "Margin (assumed)", action -> action.worth().margin()),
                Column.share("효과", "Effectiveness", action -> action.worth().effectiveness()),
                Column.money(
                        "비용(가정)", "Cost (assumed)", action -> action.worth().cost()),
                Column.money("점수", "Score", RecommendedAction::score));
    }

    private String category(RecommendedAction action) {
        Label label = view.run().spec().actions().catalog().categories().get(action.category());
        return label == null ? action.category() : words.of(label);
    }

    private static Label decision(ActionDecision decision) {
        if (decision instanceof ActionDecision.Planned) {
            return new Label("예", "yes");
        }
        return decision instanceof ActionDecision.Control ? new Label("대조군", "control") : new Label("아니오", "no");
    }

    private String whyNot(ActionDecision decision) {
        return decision instanceof ActionDecision.Dropped dropped
                ? words.of(dropped.stage().label()) + ": " + words.of(dropped.whyNot())
                : "";
    }
}
