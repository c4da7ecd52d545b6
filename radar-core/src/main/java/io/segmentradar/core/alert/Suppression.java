package io.segmentradar.core.alert;

/** An unusual figure that was not raised, and the policy that held it back. */
public record Suppression(Alert alert, Guardrail guardrail) {}
