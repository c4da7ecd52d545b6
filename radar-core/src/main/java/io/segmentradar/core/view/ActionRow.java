package io.segmentradar.core.view;

import io.segmentradar.core.action.RecommendedAction;

/**
 * An action as a reader may see it.
 *
 * @param rank 1 is done first
 * @param priority 10 (most urgent tenth of the list) to 1
 * @param masked true if reasons and amounts must not be shown
 */
public record ActionRow(int rank, int priority, RecommendedAction action, boolean masked) {}
