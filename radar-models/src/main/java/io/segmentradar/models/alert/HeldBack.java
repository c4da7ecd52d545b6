package io.segmentradar.models.alert;

import io.segmentradar.core.alert.Guardrail;

/** An unusual figure that a policy keeps from being raised. */
record HeldBack(Finding finding, Guardrail guardrail) {}
