package io.segmentradar.core.action.catalog;

import io.segmentradar.core.kpi.Label;

/**
 * Something that speaks against an action.
 *
 * @param when true where the objection holds
 * @param reason what to tell the reader then
 */
public record Objection(RuleExpression when, Label reason) {}
