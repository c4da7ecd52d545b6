package io.segmentradar.models.growth;

/** Signed logarithm in a unit: differences are growth for amounts well above the unit, money for those below. */
public final class GrowthScale {
    private GrowthScale() {}

    public static double to(double value, double unit) {
        return Math.signum(value) * Math.log1p(Math.abs(value) / unit);
    }

    public static double from(double growth, double unit) {
        return Math.signum(growth) * unit * Math.expm1(Math.abs(growth));
    }
}
