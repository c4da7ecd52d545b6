package io.segmentradar.models.alike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alike.AlikePolicy;
import io.segmentradar.core.alike.AspectWeights;
import io.segmentradar.core.alike.Grouping;
import io.segmentradar.core.alike.Grouping.Trial;
import io.segmentradar.core.alike.SegmentCluster;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentGroupsTest {
    private static final AlikeSegments ANALYST = new AlikeSegments();

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 5})
    void plantedGroupsAreRecovered(int groups) {
        PlantedGroups planted = new PlantedGroups(groups, 0.08, groups);
        Grouping found = group(planted.panel(300), 42);

        int[] truth = IntStream.range(0, 300).map(planted::group).toArray();
        double agreement = AdjustedRand.of(truth, labels(found));
        assertTrue(agreement >= 0.9, "adjusted Rand " + agreement);
        assertEquals(groups, found.clusters().size());
    }

    @Test
    void twoSeedsAgree() {
        SegmentPanel panel = new PlantedGroups(4, 0.3, 5).panel(300);

        double agreement = AdjustedRand.of(labels(group(panel, 1)), labels(group(panel, 2)));
        assertTrue(agreement >= 0.9, "adjusted Rand " + agreement);
    }

    @Test
    void theSameSeedGivesTheSameGroups() {
        SegmentPanel panel = new PlantedGroups(3, 0.3, 6).panel(120);
        Grouping a = group(panel, 9);
        Grouping b = group(panel, 9);

        assertEquals(a.clusters(), b.clusters());
        assertEquals(a.trials(), b.trials());
        for (int s = 0; s < panel.segments(); s++) {
            assertEquals(a.cluster(s), b.cluster(s));
            assertEquals(a.distance(s), b.distance(s));
        }
    }

    @Test
    void everyGroupHasANameOfItsOwnAndTheLargestComesFirst() {
        Grouping found = group(new PlantedGroups(5, 0.1, 3).panel(250), 42);

        assertEquals(
                found.clusters().size(),
                found.clusters().stream()
                        .map(cluster -> cluster.name().ko())
                        .distinct()
                        .count());
        int[] sizes = new int[found.clusters().size() + 1];
        for (int label : labels(found)) {
            sizes[label]++;
        }
        for (int number = 2; number < sizes.length; number++) {
            assertTrue(sizes[number - 1] >= sizes[number]);
        }
        for (SegmentCluster cluster : found.clusters()) {
            assertTrue(cluster.traits().stream()
                    .mapToDouble(trait -> -Math.abs(trait.strength()))
                    .boxed()
                    .toList()
                    .equals(cluster.traits().stream()
                            .mapToDouble(trait -> -Math.abs(trait.strength()))
                            .sorted()
                            .boxed()
                            .toList()));
        }
    }

    @Test
    void aSegmentUnlikeAnyGroupIsCalledAnOutlierWithTheAspectThatMakesItOne() {
        SegmentPanel panel = new PlantedGroups(3, 0.08, 8).panel(150);
        Map<String, double[]> columns = new LinkedHashMap<>();
        Random random = new Random(1);
        for (String name : panel.columns()) {
            double[] values = new double[panel.segments() * PlantedGroups.MONTHS];
            for (int i = 0; i < values.length; i++) {
                values[i] = panel.column(name).value(i / PlantedGroups.MONTHS, i % PlantedGroups.MONTHS);
                boolean odd = i / PlantedGroups.MONTHS == 17 && !name.equals(SegmentPanel.CUSTOMER_COUNT);
                values[i] = odd ? Math.exp(12 * random.nextDouble()) : values[i];
            }
            columns.put(name, values);
        }
        Grouping found =
                group(SegmentPanel.of(panel.index(), panel.months(), columns, Set.copyOf(panel.columns())), 42);

        assertTrue(found.isOutlier(17));
        assertTrue(found.unusual(17).isPresent());
        long outliers = IntStream.range(0, 150).filter(found::isOutlier).count();
        assertTrue(outliers <= 8, outliers + " outliers");
    }

    @Test
    void theChosenNumberIsTheBestSilhouetteAmongTheStable() {
        Grouping found = group(new PlantedGroups(4, 0.15, 4).panel(200), 42);

        Trial chosen = found.trials().stream().filter(Trial::chosen).findFirst().orElseThrow();
        assertEquals(found.clusters().size(), chosen.clusters());
        for (Trial trial : found.trials()) {
            assertTrue(trial.stability() < ClusterCount.STABLE || trial.silhouette() <= chosen.silhouette());
        }
    }

    @Test
    void aHandfulOfSegmentsHasNoGroups() {
        assertEquals(
                0, group(new PlantedGroups(3, 0.1, 1).panel(8), 42).clusters().size());
    }

    @Test
    void agreementCountsPairsAsByHand() {
        Random random = new Random(3);
        for (int round = 0; round < 20; round++) {
            int[] a = random.ints(12, 0, 3).toArray();
            int[] b = random.ints(12, 0, 4).toArray();
            assertEquals(byPairs(a, b), AdjustedRand.of(a, b), 1e-12);
        }
        assertEquals(1, AdjustedRand.of(new int[] {0, 0, 1, 2}, new int[] {2, 2, 0, 1}), 1e-12);
    }

    /** Over all pairs: together in both, in one, in none. */
    private static double byPairs(int[] a, int[] b) {
        double both = 0;
        double inA = 0;
        double inB = 0;
        double all = 0;
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < i; j++) {
                both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
                inA += a[i] == a[j] ? 1 : 0;
                inB += b[i] == b[j] ? 1 : 0;
                all++;
            }
        }
        double expected = inA * inB / all;
        return (both - expected) / ((inA + inB) / 2 - expected);
    }

    @Test
    void theSilhouetteIsThatOfItsDefinition() {
        double[][] points = {{0, 0}, {0, 1}, {4, 0}, {4, 3}};
        int[] labels = {0, 0, 1, 1};

        double sum = 0;
        for (int i = 0; i < 4; i++) {
            double own = Math.hypot(points[i][0] - points[i ^ 1][0], points[i][1] - points[i ^ 1][1]);
            int other = i < 2 ? 2 : 0;
            double next = (Math.hypot(points[i][0] - points[other][0], points[i][1] - points[other][1])
                            + Math.hypot(points[i][0] - points[other + 1][0], points[i][1] - points[other + 1][1]))
                    / 2;
            sum += (next - own) / Math.max(next, own);
        }
        assertEquals(sum / 4, Silhouette.of(points, labels, 2), 1e-12);
    }

    @Test
    void theFirstAxesHoldMostOfTheVariance() {
        Random random = new Random(2);
        double[][] points = new double[200][3];
        for (double[] point : points) {
            double along = 5 * random.nextGaussian();
            point[0] = along + 0.1 * random.nextGaussian();
            point[1] = -along + 0.1 * random.nextGaussian();
            point[2] = 0.1 * random.nextGaussian();
        }
        double[][] axes = PrincipalAxes.project(points);

        assertEquals(1, axes[0].length);
        for (int i = 0; i < points.length; i++) {
            for (int j = 0; j < i; j++) {
                assertEquals(
                        Math.sqrt(Partition.squared(points[i], points[j])), Math.abs(axes[i][0] - axes[j][0]), 1.2);
            }
        }
    }

    private static Grouping group(SegmentPanel panel, long seed) {
        return ANALYST.analyse(panel, PlantedGroups.kpis(), new AlikePolicy(AspectWeights.USUAL, 3, 2, 7), seed)
                .grouping();
    }

    private static int[] labels(Grouping grouping) {
        return IntStream.range(0, grouping.segments())
                .map(s -> grouping.cluster(s).map(SegmentCluster::number).orElse(0))
                .toArray();
    }
}
