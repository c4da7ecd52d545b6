package io.segmentradar.report.monthly;

import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.report.text.Phrase;
import io.segmentradar.report.text.Words;
import java.util.Optional;

/** The one-page report of a month, for executives: totals, what went wrong, what to do. */
public final class MonthlyReport {
    /** Body text in points: long names make it smaller until the page holds everything. */
    private static final double LARGEST = 8.8;

    private static final double SMALLEST = 6.4;
    private static final double STEP = 0.3;

    private final RunView view;
    private final Words words;
    private final String title;

    /** Everything in the run is shown. */
    public MonthlyReport(RadarRun run, Language language) {
        this(new RunView(run, Visibility.ALL), language);
    }

    /** What the reader of the view may see is shown. */
    public MonthlyReport(RunView view, Language language) {
        this.view = view;
        this.words = new Words(view.run().spec(), language);
        this.title = words.of(Phrase.MONTHLY_REPORT) + " "
                + words.month(view.run().manifest().asOf());
    }

    /** One A4 page with embedded fonts and vector charts; the same run gives the same bytes. */
    public byte[] pdf() {
        var manifest = view.run().manifest();
        PdfDocument document = new PdfDocument(title, manifest.runId(), manifest.createdAt());
        ReportPage page = page();
        for (double size = LARGEST; size > SMALLEST; size -= STEP) {
            Optional<byte[]> pdf = document.renderOnePage(page.forPrint(size));
            if (pdf.isPresent()) {
                return pdf.get();
            }
        }
        return document.render(page.forPrint(SMALLEST));
    }

    /** The same page as one self-contained file that loads nothing. */
    public String html() {
        return page().forScreen();
    }

    private ReportPage page() {
        return new ReportPage(view, words, title);
    }
}
