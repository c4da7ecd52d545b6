package io.segmentradar.features.matrix;

import io.segmentradar.core.kpi.Label;

/**
 * One model input.
 *
 * @param id stable technical name, part of a saved model's schema
 * @param label what it is, in words a banker uses
 */
public record Feature(String id, FeatureGroup group, Label label) {}
