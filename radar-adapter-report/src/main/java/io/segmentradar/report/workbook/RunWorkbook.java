package io.segmentradar.report.workbook;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.report.text.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dhatim.fastexcel.Workbook;

/** A run as a workbook for people who work on in Excel: watch-list, actions, forecasts, segments, about. */
public final class RunWorkbook {
    private final RunView view;
    private final Words words;

    /** Everything in the run is written. */
    public RunWorkbook(RadarRun run, Language language) {
        this(new RunView(run, Visibility.ALL), language);
    }

    /** What the reader of the view may see is written. */
    public RunWorkbook(RunView view, Language language) {
        this.view = view;
        this.words = new Words(view.run().spec(), language);
    }

    /** Writes the workbook; {@code out} stays open. */
    public void write(OutputStream out) throws IOException {
        KeyColumns keys = new KeyColumns(view, words);
        List<Sheet<?>> sheets = List.of(
                new WatchlistSheet(view, words, keys).sheet(),
                new ActionSheet(view, words, keys).sheet(),
                new ForecastSheet(view, words, keys).sheet(),
                new SegmentSheet(view, words, keys).sheet(),
                about());
        Path draft = Files.createTempFile("radar", ".xlsx");
        try {
            try (OutputStream file = Files.newOutputStream(draft);
                    Workbook workbook = new Workbook(file, "Segment Radar", "1.0")) {
                workbook.setGlobalDefaultFont("맑은 고딕", 10);
                sheets.forEach(sheet -> sheet.write(workbook, words.language()));
            }
            StableZip.copy(draft, view.run().manifest().createdAt(), out);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private record Line(Label name, String value) {}

    private Sheet<Line> about() {
        var manifest = view.run().manifest();
        List<Line> lines = List.of(
                new Line(new Label("실행", "Run"), manifest.runId()),
                new Line(new Label("기준월", "As of"), manifest.asOf().toString()),
                new Line(
                        new Label("금액 단위", "Money unit"),
                        words.of(view.run().spec().unit().label())),
                new Line(new Label("명세", "Spec"), manifest.specName() + " " + manifest.specSha256()),
                new Line(
                        new Label("기대 가치", "Expected value"),
                        words.of(new Label(
                                "마진·효과·비용에 대한 은행의 가정에 따른 추정치이며 실적이 아닙니다.",
                                "An estimate on the bank's assumptions of margin, effect and cost, not a result."))),
                new Line(
                        new Label("상태", "Status"),
                        words.of(new Label("초안, 최종 결정은 담당자가 합니다.", "Draft, final decision by the owner."))));
        return new Sheet<>(
                new Label("안내", "About"),
                List.of(
                        Column.text("항목", "Item", 20, line -> words.of(line.name())),
                        Column.text("내용", "Content", 90, Line::value)),
                lines);
    }
}
