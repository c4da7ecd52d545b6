package io.segmentradar.core.kpi;

/** A name shown to users, in Korean and in English; neither is blank. */
public record Label(String ko, String en) {
    public Label {
        if (ko == null || ko.isBlank() || en == null || en.isBlank()) {
            throw new IllegalArgumentException("A label needs Korean and English text, got ko=" + ko + ", en=" + en);
        }
    }

    public String in(Language language) {
        return language == Language.KO ? ko : en;
    }
}
