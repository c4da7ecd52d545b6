package io.segmentradar.core.action;

import io.segmentradar.core.action.catalog.Urgency;

/**
 * Rank of an action among all candidates and every factor of it.
 *
 * @param urgencyWeight from the arbitration policy
 * @param relationshipWeight product of the weights of the segment's key values
 * @param lever the bank's weight on the category
 * @param score value × urgency × relationship × lever, money unit; larger is better
 * @param rank 1-based over the whole run
 */
public record ActionPriority(
        Urgency urgency, double urgencyWeight, double relationshipWeight, double lever, double score, int rank) {}
