package io.segmentradar.core.kpi;

import java.util.List;
import java.util.Optional;

/** A Korean particle whose form depends on the sound before it: 서울은 but 경기는, 2억원으로 but 3%로. */
public enum KoreanParticle {
    TOPIC("은", "는"),
    SUBJECT("이", "가"),
    OBJECT("을", "를"),
    WITH("과", "와"),
    BY("으로", "로");

    private static final int FIRST_SYLLABLE = 0xAC00;
    private static final int LAST_SYLLABLE = 0xD7A3;
    private static final int FINALS = 28;
    private static final int FINAL_L = 8;
    /** Final consonants of the digits as read in Korean: 영 일 이 삼 사 오 육 칠 팔 구. */
    private static final List<Integer> DIGIT_FINALS = List.of(21, FINAL_L, 0, 16, 0, 0, 1, FINAL_L, FINAL_L, 0);

    private static final String LETTERS_WITH_FINAL = "MN";
    private static final String LETTERS_WITH_FINAL_L = "LR";

    private final String afterConsonant;
    private final String afterVowel;

    KoreanParticle(String afterConsonant, String afterVowel) {
        this.afterConsonant = afterConsonant;
        this.afterVowel = afterVowel;
    }

    /** The particle written as both its forms, such as {@code 은/는}. */
    public static Optional<KoreanParticle> of(String both) {
        for (KoreanParticle particle : values()) {
            if (both.equals(particle.afterConsonant + "/" + particle.afterVowel)) {
                return Optional.of(particle);
            }
        }
        return Optional.empty();
    }

    /** The form that fits after {@code text}; brackets at its end are not spoken. */
    public String after(CharSequence text) {
        int last = finalOf(lastSpoken(text));
        boolean vowel = last == 0 || this == BY && last == FINAL_L;
        return vowel ? afterVowel : afterConsonant;
    }

    /** {@code word} followed by the form that fits. */
    public String attachedTo(String word) {
        return word + after(word);
    }

    private static char lastSpoken(CharSequence text) {
        int depth = 0;
        for (int i = text.length() - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (c == ')') {
                depth++;
            } else if (c == '(' && depth > 0) {
                depth--;
            } else if (depth == 0 && (Character.isLetterOrDigit(c) || c == '%')) {
                return c;
            }
        }
        return '%';
    }

    /** Index of the final consonant as in Unicode's composition of Hangul syllables; 0 for a vowel. */
    private static int finalOf(char c) {
        if (c >= FIRST_SYLLABLE && c <= LAST_SYLLABLE) {
            return (c - FIRST_SYLLABLE) % FINALS;
        }
        if (c >= '0' && c <= '9') {
            return DIGIT_FINALS.get(c - '0');
        }
        char upper = Character.toUpperCase(c);
        return LETTERS_WITH_FINAL_L.indexOf(upper) >= 0 ? FINAL_L : LETTERS_WITH_FINAL.indexOf(upper) >= 0 ? 16 : 0;
    }
}
