package io.segmentradar.cli;

import io.segmentradar.core.kpi.Language;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts of the command line in the user's language. */
public final class Messages {
    private static final String BUNDLE = "io.segmentradar.cli.messages";

    private final Language language;
    private final ResourceBundle bundle;

    public Messages(Language language) {
        this.language = language;
        this.bundle = bundle(language);
    }

    /** The language of {@code --lang} wherever it stands, else of the locale; English unless Korean is asked for. */
    public static Language languageOf(String[] args, Locale locale) {
        String wanted = locale.getLanguage();
        for (int i = 0; i < args.length; i++) {
            if (args[i].startsWith("--lang=")) {
                wanted = args[i].substring("--lang=".length());
            } else if (args[i].equals("--lang") && i + 1 < args.length) {
                wanted = args[i + 1];
            }
        }
        return wanted.equalsIgnoreCase("ko") ? Language.KO : Language.EN;
    }

    static ResourceBundle bundle(Language language) {
        Locale locale = language == Language.KO ? Locale.KOREAN : Locale.ROOT;
        return ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public Language language() {
        return language;
    }

    /** The text of {@code key}, with {@code {0}}, {@code {1}} … filled in. */
    public String text(String key, Object... values) {
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(values);
    }
}
