package io.segmentradar.core.driver;

/** Particles that depend on whether the word before them ends in a consonant (받침). */
enum KoreanParticle {
    TOPIC("은", "는"),
    SUBJECT("이", "가"),
    OBJECT("을", "를");

    private static final char FIRST_SYLLABLE = '가';
    private static final char LAST_SYLLABLE = '힣';
    private static final int FINALS = 28;
    /** Digits read aloud that end in a consonant: 영 일 삼 육 칠 팔. */
    private static final String CLOSED_DIGITS = "013678";
    /** Letters read aloud that end in a consonant: 엘 엠 엔 알. */
    private static final String CLOSED_LETTERS = "LMNRlmnr";

    private final String afterConsonant;
    private final String afterVowel;

    KoreanParticle(String afterConsonant, String afterVowel) {
        this.afterConsonant = afterConsonant;
        this.afterVowel = afterVowel;
    }

    /** The word with its particle; marks such as brackets and % at its end are not heard. */
    String after(String word) {
        return word + (endsInConsonant(word) ? afterConsonant : afterVowel);
    }

    private static boolean endsInConsonant(String word) {
        for (int i = word.length() - 1; i >= 0; i--) {
            char last = word.charAt(i);
            if (last >= FIRST_SYLLABLE && last <= LAST_SYLLABLE) {
                return (last - FIRST_SYLLABLE) % FINALS != 0;
            }
            if (Character.isLetterOrDigit(last)) {
                return CLOSED_DIGITS.indexOf(last) >= 0 || CLOSED_LETTERS.indexOf(last) >= 0;
            }
        }
        return false;
    }
}
