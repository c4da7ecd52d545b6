package io.segmentradar.core.action.catalog;

/** A fact that a catalogue derives from others, so that its rules can use it by name. */
public record FactDefinition(String id, FactUnit unit, RuleExpression expression) {}
