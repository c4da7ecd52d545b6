package io.segmentradar.core.kpi;

/**
 * The one money unit inside a run: data, API and files are all in it; only text for people is formatted otherwise.
 *
 * @param currency ISO 4217 code, such as {@code KRW}
 * @param size currency units in one unit, such as 1e6 for million KRW
 * @param label the unit's name, such as 백만원 / million KRW
 */
public record MoneyUnit(String currency, double size, Label label) {
    public MoneyUnit {
        if (!(size > 0) || Double.isInfinite(size)) {
            throw new IllegalArgumentException("Money unit of " + currency + " needs a positive size, got " + size);
        }
    }
}
