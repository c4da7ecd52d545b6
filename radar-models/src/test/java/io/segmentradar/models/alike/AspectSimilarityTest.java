package io.segmentradar.models.alike;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alike.Aspect;
import io.segmentradar.core.alike.AspectWeights;
import io.segmentradar.core.alike.Neighbours;
import io.segmentradar.core.alike.Neighbours.Neighbour;
import io.segmentradar.core.panel.MonthAxis;
import io.segmentradar.core.panel.SegmentPanel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AspectSimilarityTest {
    private static final PlantedGroups GROUPS = new PlantedGroups(4, 0.08, 11);
    private static final SegmentPanel PANEL = GROUPS.panel(160);
    private static final AspectSimilarity SIMILARITY = new AspectSimilarity();

    @Test
    void theNearestOfAPlantedGroupAreOfThatGroup() {
        Neighbours neighbours = SIMILARITY.nearest(PANEL, PlantedGroups.kpis(), 5);

        int same = 0;
        for (int s = 0; s < PANEL.segments(); s++) {
            int group = GROUPS.group(s);
            same += neighbours.of(s).stream()
                    .filter(other -> GROUPS.group(other.segment()) == group)
                    .count();
        }
        assertTrue(same >= 0.98 * 5 * PANEL.segments(), same + " of " + 5 * PANEL.segments());
    }

    @Test
    void theNearestAreThoseThatAFullSortPutsFirst() {
        AspectSpace space = new AspectSpace(PANEL, PlantedGroups.kpis(), AspectWeights.USUAL);
        Neighbours neighbours = AspectSimilarity.nearest(space, 7, s -> s % 2 == 0);

        for (int s = 0; s < PANEL.segments(); s++) {
            int self = s;
            List<Integer> sorted = new ArrayList<>();
            for (int other = 0; other < PANEL.segments(); other += 2) {
                if (other != s) {
                    sorted.add(other);
                }
            }
            sorted.sort(Comparator.comparingDouble(other -> naive(space, self, other)));
            assertEquals(
                    sorted.subList(0, 7),
                    neighbours.of(s).stream().map(Neighbour::segment).toList());
            assertEquals(
                    Math.sqrt(naive(space, s, sorted.get(0))),
                    neighbours.of(s).get(0).distance(),
                    1e-12);
        }
    }

    /** By the definition: weighted mean of the squared distances in each aspect. */
    private static double naive(AspectSpace space, int a, int b) {
        double sum = 0;
        double weights = 0;
        for (Aspect aspect : Aspect.values()) {
            sum += aspect.usualWeight() * space.squared(aspect, a, b);
            weights += aspect.usualWeight();
        }
        return sum / weights;
    }

    @Test
    void twoSegmentsTakenAtRandomAreOneApartInEveryAspect() {
        AspectSpace space = new AspectSpace(PANEL, PlantedGroups.kpis(), AspectWeights.USUAL);
        for (Aspect aspect : Aspect.values()) {
            List<Double> squares = new ArrayList<>();
            for (int a = 0; a < PANEL.segments(); a++) {
                for (int b = 0; b < a; b++) {
                    squares.add(space.squared(aspect, a, b));
                }
            }
            squares.sort(null);
            assertEquals(1, squares.get(squares.size() / 2), 0.35, aspect.name());
        }
    }

    @Test
    void theMoneyUnitDoesNotMatter() {
        SegmentPanel inWon = scaled(PANEL, 1e6);

        Neighbours before = SIMILARITY.nearest(PANEL, PlantedGroups.kpis(), 5);
        Neighbours after = SIMILARITY.nearest(inWon, PlantedGroups.kpis(), 5);
        for (int s = 0; s < PANEL.segments(); s++) {
            assertEquals(before.of(s).get(0).segment(), after.of(s).get(0).segment());
            assertEquals(before.distance(s, 0), after.distance(s, 0), 1e-9);
        }
    }

    @Test
    void anEarlierMonthIsSeenAsItWasKnownThen() {
        SegmentPanel early = PANEL.upTo(PANEL.months().at(29));
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : PANEL.columns()) {
            double[] cut = new double[PANEL.segments() * 30];
            for (int i = 0; i < cut.length; i++) {
                cut[i] = PANEL.column(name).orNaN(i / 30, i % 30);
            }
            columns.put(name, cut);
        }
        SegmentPanel cut = SegmentPanel.of(
                PANEL.index(), new MonthAxis(PANEL.months().first(), 30), columns, Set.copyOf(PANEL.columns()));

        Neighbours a = SIMILARITY.nearest(early, PlantedGroups.kpis(), 3);
        Neighbours b = SIMILARITY.nearest(cut, PlantedGroups.kpis(), 3);
        for (int s = 0; s < PANEL.segments(); s++) {
            assertEquals(b.of(s), a.of(s));
        }
    }

    @Test
    void aYoungSegmentIsComparedInWhatIsKnownOfItAndIsNotNearToEverybody() {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : PANEL.columns()) {
            double[] values = values(PANEL, name);
            for (int m = 0; m < PlantedGroups.MONTHS - 2; m++) {
                values[m] = name.equals(SegmentPanel.CUSTOMER_COUNT) ? 0 : Double.NaN;
            }
            columns.put(name, values);
        }
        SegmentPanel young = SegmentPanel.of(PANEL.index(), PANEL.months(), columns, Set.copyOf(PANEL.columns()));

        Neighbours neighbours = SIMILARITY.nearest(young, PlantedGroups.kpis(), 8);

        assertEquals(8, neighbours.count(0));
        Neighbour nearest = neighbours.of(0).get(0);
        assertTrue(nearest.part(Aspect.SHAPE).isEmpty());
        assertTrue(nearest.part(Aspect.MIX).isPresent());
        long ofItsGroup = neighbours.of(0).stream()
                .filter(other -> GROUPS.group(other.segment()) == GROUPS.group(0))
                .count();
        assertTrue(ofItsGroup >= 6, ofItsGroup + " of 8");
        long times = 0;
        for (int s = 1; s < PANEL.segments(); s++) {
            times += neighbours.of(s).stream()
                    .filter(other -> other.segment() == 0)
                    .count();
        }
        assertEquals(0, times);
    }

    @Test
    void aClosedSegmentIsNobodysNeighbour() {
        double[] customers = values(PANEL, SegmentPanel.CUSTOMER_COUNT);
        customers[PlantedGroups.MONTHS - 1] = 0;
        Map<String, double[]> columns = new LinkedHashMap<>();
        PANEL.columns().forEach(name -> columns.put(name, values(PANEL, name)));
        columns.put(SegmentPanel.CUSTOMER_COUNT, customers);
        SegmentPanel closed = SegmentPanel.of(PANEL.index(), PANEL.months(), columns, Set.copyOf(PANEL.columns()));

        Neighbours neighbours = SIMILARITY.nearest(closed, PlantedGroups.kpis(), 200);

        assertEquals(List.of(), neighbours.of(0));
        assertEquals(PANEL.segments() - 2, neighbours.count(1));
        assertFalse(neighbours.of(1).stream().anyMatch(other -> other.segment() == 0));
    }

    @Test
    void anAspectWithoutWeightDoesNotCount() {
        AspectWeights onlyKey = AspectWeights.USUAL
                .without(Aspect.SHAPE)
                .without(Aspect.GROWTH)
                .without(Aspect.SEASONALITY)
                .without(Aspect.VOLATILITY)
                .without(Aspect.MIX)
                .without(Aspect.SIZE);
        Neighbours neighbours = SIMILARITY.nearest(PANEL, PlantedGroups.kpis(), onlyKey, 1, s -> true);

        Neighbour twin = neighbours.of(3).get(0);
        assertEquals(twin.part(Aspect.KEY).orElseThrow(), twin.distance(), 1e-12);
        assertEquals(
                PANEL.index().key(3).values().subList(1, 3),
                PANEL.index().key(twin.segment()).values().subList(1, 3));
    }

    @Test
    void theReasonsAreTheAspectsInWhichTheTwoAreNear() {
        Neighbour other = new Neighbour(7, 0.5, Map.of(Aspect.MIX, 0.4, Aspect.SHAPE, 0.2, Aspect.SIZE, 0.9));

        assertEquals(List.of(Aspect.SHAPE, Aspect.MIX), other.reasons());
    }

    private static SegmentPanel scaled(SegmentPanel panel, double factor) {
        Map<String, double[]> columns = new LinkedHashMap<>();
        for (String name : panel.columns()) {
            double[] values = values(panel, name);
            for (int i = 0; i < values.length && !name.equals(SegmentPanel.CUSTOMER_COUNT); i++) {
                values[i] *= factor;
            }
            columns.put(name, values);
        }
        return SegmentPanel.of(panel.index(), panel.months(), columns, Set.copyOf(panel.columns()));
    }

    private static double[] values(SegmentPanel panel, String column) {
        int months = panel.months().count();
        double[] values = new double[panel.segments() * months];
        for (int i = 0; i < values.length; i++) {
            values[i] = panel.column(column).orNaN(i / months, i % months);
        }
        return values;
    }
}
