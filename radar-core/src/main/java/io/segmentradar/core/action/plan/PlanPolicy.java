package io.segmentradar.core.action.plan;

import java.util.Map;
import java.util.OptionalInt;

/**
 * Limits of a month's plan.
 *
 * @param areaDimension id of the key dimension by which hours are given, such as {@code province}
 * @param hours hours a month by owner role and area; {@link #ANY} as area is the default of a role
 * @param categoryLimits least and most actions by category
 * @param maxPerSegment most actions for one segment
 * @param maxPerSegmentAndCategory most actions of one category for one segment
 * @param maxTypeShare largest share of one type in the plan, in (0, 1]
 * @param diversityDimension id of the key dimension over which the plan must spread, such as {@code industry}
 * @param maxDiversityShare largest share of one of its values in the plan, in (0, 1]
 */
public record PlanPolicy(
        String areaDimension,
        Map<String, Map<String, Double>> hours,
        Map<String, CategoryLimit> categoryLimits,
        int maxPerSegment,
        int maxPerSegmentAndCategory,
        double maxTypeShare,
        String diversityDimension,
        double maxDiversityShare) {
    public static final String ANY = "*";

    public PlanPolicy {
        hours = Map.copyOf(hours);
        categoryLimits = Map.copyOf(categoryLimits);
        if (maxPerSegment < 1 || maxPerSegmentAndCategory < 1) {
            throw new IllegalArgumentException("A segment needs room for at least one action, got " + maxPerSegment
                    + " and " + maxPerSegmentAndCategory + " a category");
        }
        requireShare("maxTypeShare", maxTypeShare);
        requireShare("maxDiversityShare", maxDiversityShare);
    }

    /** No limit but a number of actions for a segment. */
    public static PlanPolicy unlimited(int maxPerSegment) {
        return new PlanPolicy("", Map.of(), Map.of(), maxPerSegment, maxPerSegment, 1, "", 1);
    }

    public PlanPolicy withShares(double typeShare, double diversityShare) {
        return new PlanPolicy(
                areaDimension,
                hours,
                categoryLimits,
                maxPerSegment,
                maxPerSegmentAndCategory,
                typeShare,
                diversityDimension,
                diversityShare);
    }

    public PlanPolicy withCategoryLimits(Map<String, CategoryLimit> limits) {
        return new PlanPolicy(
                areaDimension,
                hours,
                limits,
                maxPerSegment,
                maxPerSegmentAndCategory,
                maxTypeShare,
                diversityDimension,
                maxDiversityShare);
    }

    private static void requireShare(String name, double share) {
        if (!(share > 0 && share <= 1)) {
            throw new IllegalArgumentException(name + " must be in (0, 1], got " + share);
        }
    }

    /** Hours of a role in an area; unlimited (infinite) where the policy names neither. */
    public double hoursOf(String owner, String area) {
        Map<String, Double> areas = hours.getOrDefault(owner, Map.of());
        return areas.getOrDefault(area, areas.getOrDefault(ANY, Double.POSITIVE_INFINITY));
    }

    /** Least and most planned actions of a category. */
    public record CategoryLimit(int min, OptionalInt max) {
        public CategoryLimit {
            if (min < 0 || max.isPresent() && max.getAsInt() < min) {
                throw new IllegalArgumentException("Not a category limit: min " + min + ", max " + max);
            }
        }
    }
}
