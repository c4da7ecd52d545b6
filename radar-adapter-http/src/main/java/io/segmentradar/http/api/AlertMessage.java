package io.segmentradar.http.api;

import io.segmentradar.core.alert.Alert;
import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.kpi.MoneyFormat;
import io.segmentradar.core.run.RadarSpec;

/** An alert in one line. */
final class AlertMessage {
    private AlertMessage() {}

    static Label of(Alert alert, RadarSpec spec) {
        Label kpi = spec.kpis().find(alert.kpi()).map(k -> k.label()).orElse(new Label(alert.kpi(), alert.kpi()));
        MoneyFormat money = new MoneyFormat(spec.unit());
        return new Label(
                kpi.ko() + " " + alert.type().label().ko() + ": 예측 " + money.format(alert.expected(), Language.KO)
                        + ", 실적 " + money.format(alert.actual(), Language.KO),
                alert.type().label().en() + " of " + kpi.en() + ": expected "
                        + money.format(alert.expected(), Language.EN) + ", got "
                        + money.format(alert.actual(), Language.EN));
    }
}
