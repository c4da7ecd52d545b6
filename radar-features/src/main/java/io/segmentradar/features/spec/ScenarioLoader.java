package io.segmentradar.features.spec;

import io.segmentradar.core.run.SpecException;
import io.segmentradar.core.scenario.CovariateShift;
import io.segmentradar.core.scenario.GroupShock;
import io.segmentradar.core.scenario.Scenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Reads a scenario file: YAML or JSON with the list {@code scenarios}. Stateless. */
public final class ScenarioLoader {
    private ScenarioLoader() {}

    /**
     * @param file name for messages
     * @throws SpecException naming every problem with line and key
     */
    public static List<Scenario> read(String file, String text) {
        SpecProblems problems = new SpecProblems(file);
        YamlNode root = YamlTree.parse(text, problems);
        problems.throwIfAny();
        List<Scenario> scenarios = new ArrayList<>();
        SpecSection.read(root, problems, top -> top.each("scenarios", s -> scenario(s, scenarios)));
        problems.throwIfAny();
        if (scenarios.isEmpty()) {
            throw new SpecException("'" + file + "' has no scenarios: list them under 'scenarios:'.");
        }
        return scenarios;
    }

    private static void scenario(SpecSection s, List<Scenario> scenarios) {
        String name = s.text("name");
        double probability = s.number("probability", Double.NaN, "above 0 and at most 1", p -> p > 0 && p <= 1);
        Map<String, CovariateShift> covariates = new LinkedHashMap<>();
        s.entries("covariates", (id, shift) -> shift(shift, id, covariates));
        List<GroupShock> shocks = new ArrayList<>();
        s.each("shocks", shock -> shocks.add(shock(shock)));
        Map<String, Double> assumptions = s.numbers("assumptions", "that is finite", Double::isFinite);
        if (s.problems().count() == 0) {
            scenarios.add(new Scenario(
                    name,
                    covariates,
                    shocks,
                    assumptions,
                    Double.isNaN(probability) ? OptionalDouble.empty() : OptionalDouble.of(probability)));
        }
    }

    private static void shift(SpecSection s, String id, Map<String, CovariateShift> covariates) {
        boolean isPath = s.has("path");
        if (isPath == s.has("change")) {
            s.problems().add(s.node(), "needs either 'change' (a share such as -0.05) or 'path' (a list of values)");
            return;
        }
        double change = s.number("change", 0, "above -1", n -> n > -1);
        List<Double> path = new ArrayList<>();
        for (String value : isPath ? s.texts("path") : List.<String>of()) {
            try {
                path.add(Double.parseDouble(value));
            } catch (NumberFormatException e) {
                s.problems().add(s.node("path"), "expected numbers, found '" + value + "'");
            }
        }
        if (s.problems().count() == 0) {
            covariates.put(id, new CovariateShift(isPath ? OptionalDouble.empty() : OptionalDouble.of(change), path));
        }
    }

    private static GroupShock shock(SpecSection s) {
        Map<String, String> where = new LinkedHashMap<>();
        if (s.has("where") && s.node("where") instanceof YamlNode.Section section) {
            section.entries().forEach((dimension, value) -> {
                if (value instanceof YamlNode.Text text) {
                    where.put(dimension, text.value());
                } else {
                    s.problems().add(value, "expected one value, found " + value.kind());
                }
            });
        }
        if (!s.has("change")) {
            s.problems().add(s.node("change"), "is required: a share such as -0.2");
        }
        return new GroupShock(s.text("kpi"), s.number("change", 0, "from -1 to 10", n -> n >= -1 && n <= 10), where);
    }
}
