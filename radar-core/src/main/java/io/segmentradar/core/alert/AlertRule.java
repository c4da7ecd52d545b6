package io.segmentradar.core.alert;

/** Finds early warnings of some kind in the month under review. */
public interface AlertRule {
    AlertReport evaluate(AlertContext context);
}
