package io.segmentradar.nba.feedback;

/**
 * What pilot and control group say about one action type in one cell of segments.
 *
 * @param mean posterior mean of the effectiveness
 * @param lower lower bound of the 90 % interval
 * @param upper upper bound
 * @param planned segments in the pilot arm of the type
 * @param control segments in the control arm of the type
 */
public record EffectEstimate(double mean, double lower, double upper, int planned, int control) {}
