package io.segmentradar.report.monthly;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.core.view.Overview;
import io.segmentradar.core.view.RunView;
import io.segmentradar.core.view.Visibility;
import io.segmentradar.report.SampleRun;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class MonthlyReportTest {
    private static final RadarRun RUN = SampleRun.create();

    @ParameterizedTest
    @EnumSource(Language.class)
    void isOneA4PageOfAtMost420Words(Language language) throws IOException {
        byte[] pdf = new MonthlyReport(RUN, language).pdf();
        Files.write(Path.of("target", "report-" + language + ".pdf"), pdf);
        Files.writeString(Path.of("target", "report-" + language + ".html"), new MonthlyReport(RUN, language).html());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertEquals(1, document.getNumberOfPages());
            PDRectangle page = document.getPage(0).getMediaBox();
            assertEquals(595, page.getWidth(), 1);
            assertEquals(842, page.getHeight(), 1);
            long words = Stream.of(text(document).split("\\s+"))
                    .filter(token -> token.codePoints().anyMatch(Character::isLetterOrDigit))
                    .count();
            assertTrue(words > 150 && words <= 420, words + " words");
        }
    }

    @Test
    void saysTheTotalsOfTheRunInKorean() throws IOException {
        String text = text(new MonthlyReport(RUN, Language.KO).pdf());
        Overview overview = Overview.of(new RunView(RUN, Visibility.ALL), alert -> true);
        MoneyFormat money = new MoneyFormat(RUN.spec().unit());
        assertContains(
                text,
                "월간 세그먼트 리포트 2024년 6월",
                "이슈 TOP 5",
                "기회 TOP 5",
                "추천 액션 TOP 10",
                "202406-5f0c2a91",
                "USD/KRW 1,380 보합, 변동성 보통");
        for (String kpi : List.of("deposits", "loans")) {
            var forecast = overview.forecasts().get(kpi).get(0);
            var range = forecast.interval90().orElseThrow();
            assertContains(
                    text,
                    RUN.spec().kpis().kpi(kpi).label().ko(),
                    money.format(overview.totals().get(kpi).value().orElseThrow(), Language.KO),
                    money.format(forecast.point(), Language.KO),
                    "~" + money.format(range.upper(), Language.KO));
        }
        var worst = RUN.alerts().get(0);
        assertContains(text, worst.type().label().ko() + " ▼ " + String.format("%,.0f", worst.impact() / 100));
    }

    @Test
    void embedsEveryFontAndFillsTheDescription() throws IOException {
        try (PDDocument document = Loader.loadPDF(new MonthlyReport(RUN, Language.KO).pdf())) {
            int fonts = 0;
            var resources = document.getPage(0).getResources();
            for (COSName name : resources.getFontNames()) {
                assertTrue(resources.getFont(name).isEmbedded(), name + " is not embedded");
                fonts++;
            }
            assertTrue(fonts >= 2, fonts + " fonts");
            assertEquals(
                    "월간 세그먼트 리포트 2024년 6월", document.getDocumentInformation().getTitle());
            assertEquals(
                    RUN.manifest().createdAt(),
                    document.getDocumentInformation().getCreationDate().toInstant());
        }
    }

    @Test
    void drawsChartsAsVectors() throws IOException {
        try (PDDocument document = Loader.loadPDF(new MonthlyReport(RUN, Language.KO).pdf())) {
            var resources = document.getPage(0).getResources();
            int forms = 0;
            for (COSName name : resources.getXObjectNames()) {
                assertFalse(resources.isImageXObject(name), name + " is a picture");
                forms++;
            }
            assertTrue(forms >= 2, forms + " drawings");
        }
    }

    @Test
    void isAnArchivablePdfByTheRulesOfTheStandard() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        byte[] pdf = new MonthlyReport(RUN, Language.KO).pdf();
        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_2_U);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_2_U, false)) {
            ValidationResult result = validator.validate(parser);
            assertTrue(result.isCompliant(), () -> result.getTestAssertions().toString());
            assertTrue(result.getTotalAssertions() > 1000, result.getTotalAssertions() + " checks");
        }
    }

    @Test
    void givesTheSameBytesForTheSameRun() throws InterruptedException {
        byte[] first = new MonthlyReport(RUN, Language.KO).pdf();
        Thread.sleep(1100);
        assertArrayEquals(first, new MonthlyReport(SampleRun.create(), Language.KO).pdf());
    }

    @Test
    void htmlSaysTheSameAndLoadsNothing() throws IOException {
        String html = new MonthlyReport(RUN, Language.KO).html();
        assertFalse(html.contains("http://") && !html.contains("http://www.w3.org/2000/svg"));
        assertFalse(html.contains("src=\"") || html.contains("https://") || html.contains("@import"));
        String body = html.replaceAll("(?s)<style>.*?</style>", "").replaceAll("<[^>]+>", " ");
        String pdf = text(new MonthlyReport(RUN, Language.KO).pdf()).replaceAll("\\s+", "");
        for (String word : words(body).split(" ")) {
            assertTrue(pdf.contains(word), word + " is on the HTML page but not in the PDF");
        }
    }

    @Test
    void fontOfThePageHasNoKerningOfOtherGlyphs() throws IOException {
        String html = new MonthlyReport(RUN, Language.KO).html();
        String base64 = html.substring(html.indexOf("base64,") + 7, html.indexOf(") format"));
        byte[] font = Base64.getDecoder().decode(base64);
        try (TrueTypeFont subset = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            assertFalse(subset.getTableMap().containsKey("GPOS"));
            int glyph = subset.getUnicodeCmapLookup().getGlyphId('월');
            assertTrue(glyph > 0 && subset.getAdvanceWidth(glyph) > 0);
            assertEquals(
                    subset.getAdvanceWidth(subset.getUnicodeCmapLookup().getGlyphId('0')),
                    subset.getAdvanceWidth(subset.getUnicodeCmapLookup().getGlyphId('1')));
        }
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static void assertContains(String text, String... parts) {
        for (String part : parts) {
            assertTrue(words(text).contains(part), "'" + part + "' is not in:\n" + text);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return text(document);
        }
    }

    private static String text(PDDocument document) throws IOException {
        return new PDFTextStripper().getText(document);
    }
}
