package io.segmentradar.core;

import io.segmentradar.core.action.ActionRecommender;
import io.segmentradar.core.alert.AlertRule;
import io.segmentradar.core.alike.AlikeAnalyst;
import io.segmentradar.core.driver.DriverAttributor;
import io.segmentradar.core.forecast.ForecastEngine;
import io.segmentradar.core.forecast.Forecaster;
import io.segmentradar.core.fx.FxAnalyst;
import io.segmentradar.core.monitor.DriftMonitor;
import io.segmentradar.core.run.RadarPipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/**
 * Front door for an embedding application: wires a {@link RadarPipeline}. Parts that are left out are found with
 * {@link ServiceLoader}, so that {@code radar-models} and {@code radar-nba} on the class path are enough.
 */
public final class SegmentRadar {
    private SegmentRadar() {}

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the parts that an application brings itself. */
    public static final class Builder {
        private ForecastEngine engine;
        private final List<AlertRule> rules = new ArrayList<>();
        private DriverAttributor attributor;
        private ActionRecommender recommender;
        private DriftMonitor monitor;
        private AlikeAnalyst alikeAnalyst;
        private FxAnalyst fxAnalyst;

        private final List<Forecaster> forecasters = new ArrayList<>();

        private Builder() {}

        public Builder forecastEngine(ForecastEngine own) {
            this.engine = own;
            return this;
        }

        /** Adds a method that the engine combines with its own, besides those found with {@link ServiceLoader}. */
        public Builder forecaster(Forecaster own) {
            this.forecasters.add(own);
            return this;
        }

        /** Adds a rule; once one is given, none is looked up. */
        public Builder alertRule(AlertRule own) {
            this.rules.add(own);
            return this;
        }

        public Builder driverAttributor(DriverAttributor own) {
            this.attributor = own;
            return this;
        }

        public Builder actionRecommender(ActionRecommender own) {
            this.recommender = own;
            return this;
        }

        public Builder driftMonitor(DriftMonitor own) {
            this.monitor = own;
            return this;
        }

        public Builder alikeAnalyst(AlikeAnalyst own) {
            this.alikeAnalyst = own;
            return this;
        }

        public Builder fxAnalyst(FxAnalyst own) {
            this.fxAnalyst = own;
            return this;
        }

        /**
         * @throws MissingPartException if a part is neither given nor on the class path
         */
        public RadarPipeline build() {
            List<AlertRule> alertRules = rules.isEmpty() ? all(AlertRule.class) : rules;
            return new RadarPipeline(
                    withOwnForecasters(engine != null ? engine : one(ForecastEngine.class)),
                    alertRules,
                    attributor != null ? attributor : one(DriverAttributor.class),
                    recommender != null ? recommender : one(ActionRecommender.class),
                    monitor != null ? monitor : one(DriftMonitor.class),
                    alikeAnalyst != null ? alikeAnalyst : one(AlikeAnalyst.class),
                    fxAnalyst != null ? fxAnalyst : one(FxAnalyst.class));
        }

        private ForecastEngine withOwnForecasters(ForecastEngine base) {
            List<Forecaster> own = List.copyOf(forecasters);
            return own.isEmpty()
                    ? base
                    : task -> {
                        List<Forecaster> all = new ArrayList<>(task.options().forecasters());
                        all.addAll(own);
                        return base.forecast(task.with(task.options().with(all)));
                    };
        }

        private static <T> T one(Class<T> port) {
            List<T> found = all(port);
            if (found.size() > 1) {
                throw new MissingPartException(port, "is offered by " + names(found) + "; give one to the builder");
            }
            return found.get(0);
        }

        private static <T> List<T> all(Class<T> port) {
            List<T> found = ServiceLoader.load(port).stream()
                    .map(ServiceLoader.Provider::get)
                    .toList();
            if (found.isEmpty()) {
                throw new MissingPartException(
                        port, "is on no class path entry; add radar-models and radar-nba, or give one to the builder");
            }
            return found;
        }

        private static List<String> names(List<?> parts) {
            return parts.stream().map(part -> part.getClass().getName()).toList();
        }
    }

    /** A part of the pipeline is absent or ambiguous. */
    public static final class MissingPartException extends RadarException {
        private static final long serialVersionUID = 1L;

        MissingPartException(Class<?> port, String problem) {
            super("The part " + port.getSimpleName() + " " + problem + ".");
        }
    }
}
