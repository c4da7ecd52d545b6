package io.segmentradar.report.monthly;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import io.segmentradar.report.text.EmbeddedFont;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Optional;
import java.util.TimeZone;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/** XHTML to PDF/A-2u, for archives: fonts embedded, nothing fetched, the same input gives the same bytes. */
final class PdfDocument {
    private final String title;
    private final String id;
    private final Instant created;

    /**
     * @param id what the document identifier is made from, such as a run id
     */
    PdfDocument(String title, String id, Instant created) {
        this.title = title;
        this.id = id;
        this.created = created.truncatedTo(ChronoUnit.SECONDS);
    }

    byte[] render(String xhtml) {
        return render(xhtml, Integer.MAX_VALUE).orElseThrow();
    }

    /** Empty if the text does not fit on one page. */
    Optional<byte[]> renderOnePage(String xhtml) {
        return render(xhtml, 1);
    }

    private Optional<byte[]> render(String xhtml, int mostPages) {
        XRLog.setLoggingEnabled(false);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PdfBoxRenderer renderer = builder(xhtml).buildPdfRenderer()) {
            renderer.layout();
            if (renderer.getRootBox().getLayer().getPages().size() > mostPages) {
                return Optional.empty();
            }
            renderer.createPDFWithoutClosing();
            try (PDDocument document = renderer.getPdfDocument()) {
                describe(document);
                document.save(out);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write the PDF of run " + id, e);
        }
        return Optional.of(out.toByteArray());
    }

    private static PdfRendererBuilder builder(String xhtml) {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        for (EmbeddedFont font : EmbeddedFont.values()) {
            builder.useFont(font::open, EmbeddedFont.FAMILY, font.weight(), FontStyle.NORMAL, true);
            builder.useFont(EmbeddedFont.REGULAR::open, EmbeddedFont.FALLBACK, font.weight(), FontStyle.NORMAL, true);
        }
        builder.useSVGDrawer(new BatikSVGDrawer());
        builder.useUnicodeLineBreaker(new WordBreaker());
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_U);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.withProducer("Segment Radar");
        builder.withHtmlContent(xhtml, null);
        return builder;
    }

    /** Title, dates and identifier come from the run, in the information and in the metadata alike. */
    private void describe(PDDocument document) throws IOException {
        Calendar date = GregorianCalendar.from(created.atZone(ZoneOffset.UTC));
        date.setTimeZone(TimeZone.getTimeZone(ZoneOffset.UTC));
        PDDocumentInformation information = document.getDocumentInformation();
        information.setTitle(title);
        information.setCreationDate(date);
        information.setModificationDate(date);
        PDMetadata metadata = document.getDocumentCatalog().getMetadata();
        String text = new String(metadata.toByteArray(), StandardCharsets.UTF_8);
        String dates =
                "<xmp:CreateDate>" + created + "</xmp:CreateDate><xmp:ModifyDate>" + created + "</xmp:ModifyDate>";
        metadata.importXMPMetadata(
                text.replaceAll("<xmp:CreateDate>[^<]*</xmp:CreateDate>", dates).getBytes(StandardCharsets.UTF_8));
        document.setDocumentId((long) id.hashCode());
    }

    /** Lines break at spaces and after the dots of a segment's name: Korean words stay whole. */
    private static final class WordBreaker implements FSTextBreaker {
        private String text = "";
        private int position;

        @Override
        public int next() {
            for (int i = position; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == ' ' || c == '·' && i > position) {
                    position = i + 1;
                    return c == ' ' ? i : i + 1;
                }
            }
            position = text.length();
            return -1;
        }

        @Override
        public void setText(String newText) {
            text = newText;
            position = 0;
        }
    }
}
