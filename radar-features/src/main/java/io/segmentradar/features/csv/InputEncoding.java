package io.segmentradar.features.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How the text of an input is encoded: told by the user, or found out. */
public final class InputEncoding {
    /** A byte order mark, else UTF-8 if it is valid UTF-8, else MS949. */
    public static final InputEncoding AUTO = new InputEncoding(null);

    /** What Windows calls CP949. Java's own "CP949" is an IBM code page that lacks 8,552 Hangul syllables. */
    static final Charset MS949 = Charset.forName("MS949");

    private static final Map<String, Charset> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put("utf-8", StandardCharsets.UTF_8);
        NAMES.put("utf8", StandardCharsets.UTF_8);
        NAMES.put("cp949", MS949);
        NAMES.put("ms949", MS949);
        NAMES.put("windows-949", MS949);
        NAMES.put("949", MS949);
        NAMES.put("euc-kr", MS949);
        NAMES.put("euckr", MS949);
        NAMES.put("utf-16le", StandardCharsets.UTF_16LE);
        NAMES.put("utf-16be", StandardCharsets.UTF_16BE);
    }

    private final Charset charset;

    private InputEncoding(Charset charset) {
        this.charset = charset;
    }

    /**
     * @param name {@code auto} or a name of an encoding; CP949 and EUC-KR are both read as MS949, which includes them
     * @throws IllegalArgumentException naming the known encodings
     */
    public static InputEncoding of(String name) {
        String wanted = name.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("auto")) {
            return AUTO;
        }
        Charset charset = NAMES.get(wanted);
        if (charset == null) {
            throw new IllegalArgumentException(
                    "Unknown encoding '" + name + "'; known: auto, " + String.join(", ", NAMES.keySet()));
        }
        return new InputEncoding(charset);
    }

    Optional<Charset> fixed() {
        return Optional.ofNullable(charset);
    }

    /** The name by which banks know an encoding. */
    static String nameOf(Charset charset) {
        return charset.equals(MS949) ? "MS949" : charset.name();
    }
}
