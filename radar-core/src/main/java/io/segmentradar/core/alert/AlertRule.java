package io.segmentradar.core.alert;

import java.util.List;

/** Finds early warnings of some kind in the month under review. */
public interface AlertRule {
    List<Alert> evaluate(AlertContext context);
}
