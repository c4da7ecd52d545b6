package io.segmentradar.nba.plan;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How clearly a plan made by hand decides on each item: a guess of its reduced score, with the prices of hours and of a
 * place in the segment read off the items next to the decision. Only where the relaxation looks first depends on it.
 */
final class Margins {
    private final PlanProblem problem;
    private final List<PlanItem> items;
    private final double[] plan;

    /**
     * @param plan 1 for the items of the plan, else 0
     */
    private Margins(PlanProblem problem, double[] plan) {
        this.problem = problem;
        this.items = problem.items();
        this.plan = plan;
    }

    /** By item: score less the guessed prices of what it takes; near 0 where a plan might decide either way. */
    static double[] of(PlanProblem problem, double[] plan) {
        Margins margins = new Margins(problem, plan);
        Map<String, Double> prices = margins.hourPrices();
        double[] surplus = margins.items.stream()
                .mapToDouble(item -> item.score() - item.hours() * prices.getOrDefault(item.pool(), 0.0))
                .toArray();
        return margins.lessPlaces(surplus);
    }

    /** Score per hour of the planned item after which a pool has no room for its longest item any more. */
    private Map<String, Double> hourPrices() {
        Map<String, Double> longest = new HashMap<>();
        items.forEach(item -> longest.merge(item.pool(), item.hours(), Math::max));
        Map<String, Double> used = new HashMap<>();
        Map<String, Double> prices = new HashMap<>();
        IntStream.range(0, plan.length)
                .filter(i -> plan[i] == 1)
                .mapToObj(items::get)
                .sorted(Comparator.comparingDouble(PlanItem::scorePerHour).reversed())
                .forEach(item -> {
                    double hours = used.merge(item.pool(), item.hours(), Double::sum);
                    if (hours + longest.get(item.pool()) > problem.hours(item)) {
                        prices.putIfAbsent(item.pool(), item.scorePerHour());
                    }
                });
        return prices;
    }

    /** Takes off the price of a place in full segments: halfway between the worst item in and the best one out. */
    private double[] lessPlaces(double[] surplus) {
        Map<Integer, double[]> places = new HashMap<>();
        for (int i = 0; i < surplus.length; i++) {
            double[] place =
                    places.computeIfAbsent(items.get(i).segment(), s -> new double[] {0, Double.POSITIVE_INFINITY, 0});
            if (plan[i] == 1) {
                place[0]++;
                place[1] = Math.min(place[1], surplus[i]);
            } else {
                place[2] = Math.max(place[2], surplus[i]);
            }
        }
        double[] margins = surplus.clone();
        for (int i = 0; i < surplus.length; i++) {
            int segment = items.get(i).segment();
            double[] place = places.get(segment);
            if (place[0] > 0 && place[0] >= problem.segmentLimit(segment)) {
                margins[i] -= Math.max(0, (place[1] + place[2]) / 2);
            }
        }
        return margins;
    }
}
