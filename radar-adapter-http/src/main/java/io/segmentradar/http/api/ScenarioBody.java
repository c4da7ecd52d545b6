package io.segmentradar.http.api;

import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.segmentradar.core.scenario.CovariateShift;
import io.segmentradar.core.scenario.GroupShock;
import io.segmentradar.core.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The scenario in the body of a request; what cannot be understood is a {@link Problem}. */
final class ScenarioBody {
    private final Body body;

    ScenarioBody(Context ctx) {
        this.body = Body.of(ctx, "name", "level", "probability", "covariates", "shocks", "assumptions");
    }

    /** The body as it was sent. */
    JsonNode json() {
        return body.json();
    }

    /** Level whose nodes are compared one by one. */
    String level(List<String> known) {
        String level = body.text("level", 100).orElse(known.get(0));
        if (!known.contains(level)) {
            throw Problem.badBody("'level' does not know '" + level + "'; known: " + known);
        }
        return level;
    }

    Scenario scenario() {
        try {
            return new Scenario(
                    body.text("name", 100).orElse("what-if"),
                    covariates(),
                    shocks(),
                    body.numbers("assumptions"),
                    body.number("probability"));
        } catch (IllegalArgumentException e) {
            throw Problem.badBody(e.getMessage());
        }
    }

    private Map<String, CovariateShift> covariates() {
        Map<String, CovariateShift> shifts = new LinkedHashMap<>();
        body.object("covariates")
                .ifPresent(object -> object.properties().forEach(entry -> {
                    JsonNode shift = entry.getValue();
                    List<Double> path = new ArrayList<>();
                    shift.path("path").forEach(value -> path.add(number("path", value)));
                    OptionalDouble change = shift.has("change")
                            ? OptionalDouble.of(number("change", shift.get("change")))
                            : OptionalDouble.empty();
                    shifts.put(entry.getKey(), new CovariateShift(change, path));
                }));
        return shifts;
    }

    private List<GroupShock> shocks() {
        List<GroupShock> shocks = new ArrayList<>();
        for (JsonNode shock : body.list("shocks")) {
            Map<String, String> where = new LinkedHashMap<>();
            shock.path("where")
                    .properties()
                    .forEach(entry -> where.put(entry.getKey(), entry.getValue().asText()));
            if (!shock.path("kpi").isTextual()) {
                throw Problem.badBody("Each of 'shocks' needs a 'kpi'");
            }
            shocks.add(new GroupShock(shock.get("kpi").asText(), number("change", shock.path("change")), where));
        }
        return shocks;
    }

    private static double number(String name, JsonNode value) {
        if (!value.isNumber()) {
            throw Problem.badBody("'" + name + "' must be a number");
        }
        return value.doubleValue();
    }
}
