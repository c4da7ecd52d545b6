package io.segmentradar.nba.feedback;

/** Responses of a pilot and of its control group, summed up as they come (Welford 1962). */
final class PilotArms {
    private final Arm planned = new Arm();
    private final Arm control = new Arm();

    private static final class Arm {
        private int n;
        private double mean;
        private double squares;

        void add(double value) {
            n++;
            double step = value - mean;
            mean += step / n;
            squares += step * (value - mean);
        }
    }

    void add(boolean isControl, double response) {
        (isControl ? control : planned).add(response);
    }

    int planned() {
        return planned.n;
    }

    int control() {
        return control.n;
    }

    boolean hasAtLeast(int each) {
        return planned.n >= each && control.n >= each;
    }

    /** Mean response of the planned less that of the control group. */
    double difference() {
        return planned.mean - control.mean;
    }

    /** Variance of a response within the arms. */
    double pooledVariance() {
        return (planned.squares + control.squares) / Math.max(1, planned.n + control.n - 2);
    }

    /** Variance of the difference if a response has this variance. */
    double differenceVariance(double responseVariance) {
        return responseVariance * (1.0 / planned.n + 1.0 / control.n);
    }
}
