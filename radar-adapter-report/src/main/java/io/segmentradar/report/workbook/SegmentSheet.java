package io.segmentradar.report.workbook;

import io.segmentradar.core.kpi.Kpi;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Ratio;
import io.segmentradar.core.panel.Lifecycle;
import io.segmentradar.core.panel.SegmentPanel;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.SegmentRow;
import io.segmentradar.report.text.Words;
import java.util.ArrayList;
import java.util.List;

/** Every segment with its figures in the month of the run and their changes. */
final class SegmentSheet {
    private final RunView view;
    private final Words words;
    private final KeyColumns keys;

    SegmentSheet(RunView view, Words words, KeyColumns keys) {
        this.view = view;
        this.words = words;
        this.keys = keys;
    }

    Sheet<SegmentRow> sheet() {
        List<Column<SegmentRow>> columns = new ArrayList<>(keys.of(SegmentRow::key));
        columns.add(Column.text("상태", "Lifecycle", 9, row -> words.of(label(row.lifecycle()))));
        columns.add(Column.count("고객 수", "Customers", row -> row.value(SegmentPanel.CUSTOMER_COUNT)));
        for (Kpi kpi : view.run().spec().kpis().kpis()) {
            columns.add(Column.money(kpi.label(), row -> row.value(kpi.id())));
            columns.add(Column.money(
                    with(kpi.label(), "전월 대비", "MoM"),
                    row -> row.figures().get(kpi.id()).monthOnMonth()));
            columns.add(Column.money(
                    with(kpi.label(), "전년 동월 대비", "YoY"),
                    row -> row.figures().get(kpi.id()).yearOnYear()));
        }
        for (Ratio ratio : view.run().spec().kpis().ratios()) {
            if (view.figures().contains(ratio.id())) {
                columns.add(Column.share(ratio.label(), row -> row.value(ratio.id())));
            }
        }
        columns.add(Column.month("최초 월", "First month", SegmentRow::firstMonth));
        columns.add(Column.month("최근 월", "Last month", SegmentRow::lastMonth));
        columns.add(Column.text("세그먼트 ID", "Segment id", 40, row -> row.id().value()));
        return new Sheet<>(new Label("세그먼트", "Segments"), columns, view.segments());
    }

    private static Label with(Label label, String ko, String en) {
        return new Label(label.ko() + " " + ko, label.en() + " " + en);
    }

    private static Label label(Lifecycle lifecycle) {
        return switch (lifecycle) {
            case NEW -> new Label("신규", "New");
            case ACTIVE -> new Label("활동", "Active");
            case DORMANT -> new Label("휴면", "Dormant");
            case CLOSED -> new Label("종료", "Closed");
        };
    }
}
