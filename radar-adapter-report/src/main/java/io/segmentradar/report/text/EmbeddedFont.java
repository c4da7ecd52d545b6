package io.segmentradar.report.text;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * Noto Sans KR (SIL Open Font License 1.1), so that Korean looks alike everywhere and no machine needs a font. Regular has
 * all 11,172 Hangul syllables; bold has the 2,350 of KS X 1001, and what it lacks is shown in regular.
 */
public enum EmbeddedFont {
    REGULAR("NotoSansKR-Regular.ttf", 400),
    BOLD("NotoSansKR-Bold.ttf", 700);

    public static final String FAMILY = "Noto Sans KR";
    public static final String FALLBACK = "Noto Sans KR All";

    /** What a browser needs; the kerning of the whole font would name the wrong glyphs of a subset. */
    private static final List<String> TABLES =
            List.of("head", "hhea", "hmtx", "maxp", "loca", "glyf", "cmap", "name", "post", "OS/2");

    private final String resource;
    private final int weight;

    EmbeddedFont(String file, int weight) {
        this.resource = "/io/segmentradar/report/" + file;
        this.weight = weight;
    }

    public int weight() {
        return weight;
    }

    public InputStream open() {
        InputStream in = EmbeddedFont.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("The font " + resource + " is not in the jar; build it again");
        }
        return in;
    }

    /** CSS rules that hold the glyphs of {@code text} and no others, for pages that load nothing. */
    public static String fontFaces(String text) {
        StringBuilder rules = new StringBuilder();
        for (EmbeddedFont font : values()) {
            rules.append(font.fontFace(text)).append('\n');
        }
        return rules.toString();
    }

    private String fontFace(String text) {
        try (InputStream in = open();
                TrueTypeFont font = new TTFParser().parse(RandomAccessReadBuffer.createBufferFromStream(in))) {
            TTFSubsetter subsetter = new TTFSubsetter(font, TABLES);
            text.codePoints().distinct().sorted().forEach(subsetter::add);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            subsetter.writeToStream(out);
            return "@font-face{font-family:'" + FAMILY + "';font-weight:" + weight
                    + ";src:url(data:font/ttf;base64,"
                    + Base64.getEncoder().encodeToString(out.toByteArray()) + ") format('truetype')}";
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot subset " + resource, e);
        }
    }
}
