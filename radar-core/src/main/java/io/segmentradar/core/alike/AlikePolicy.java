package io.segmentradar.core.alike;

/**
 * How segments are compared and grouped.
 *
 * @param weights of the aspects; the key counts among neighbours, never in groups
 * @param neighbours most neighbours kept for a segment, 1 to 50
 * @param leastClusters fewest groups tried, at least 2
 * @param mostClusters most groups tried, at most 20
 */
public record AlikePolicy(AspectWeights weights, int neighbours, int leastClusters, int mostClusters) {
    public static final AlikePolicy USUAL = new AlikePolicy(AspectWeights.USUAL, 8, 3, 8);

    public AlikePolicy {
        if (neighbours < 1 || neighbours > 50) {
            throw new IllegalArgumentException("A segment can have 1 to 50 neighbours, got " + neighbours);
        }
        if (leastClusters < 2 || mostClusters > 20 || leastClusters > mostClusters) {
            throw new IllegalArgumentException(
                    "Groups to try go from 2 to 20, got " + leastClusters + " to " + mostClusters);
        }
    }
}
