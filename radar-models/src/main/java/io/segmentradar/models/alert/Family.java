package io.segmentradar.models.alert;

/** Tests of one kind in the month under review: how many, and what they count for together. */
final class Family {
    private int tests;
    private double weight;

    /** One more test. */
    void add(double itsWeight) {
        tests++;
        weight += itsWeight;
    }

    void add(Family other) {
        tests += other.tests;
        weight += other.weight;
    }

    int tests() {
        return tests;
    }

    double weight() {
        return weight;
    }
}
