package io.segmentradar.core.alike;

/** What a run says about alike segments. */
public record AlikeReport(Neighbours neighbours, Grouping grouping) {
    public AlikeReport {
        if (neighbours.segments() != grouping.segments()) {
            throw new IllegalArgumentException(
                    "Neighbours of " + neighbours.segments() + " segments, groups of " + grouping.segments());
        }
    }

    /** Nothing is known about likeness. */
    public static AlikeReport none(int segments) {
        return new AlikeReport(Neighbours.none(segments), Grouping.none(segments));
    }
}
