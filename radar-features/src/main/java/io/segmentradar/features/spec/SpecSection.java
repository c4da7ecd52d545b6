package io.segmentradar.features.spec;

import io.segmentradar.core.kpi.Label;
import io.segmentradar.core.names.NearestNames;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;

/**
 * Typed reading of one section of a spec file. A wrong or missing value is noted and a stand-in returned, so that
 * reading goes on and finds the next problem; stand-ins never leave the loader, which throws at the end.
 */
final class SpecSection {
    private static final String STAND_IN = "?";
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9_]*");

    private final YamlNode node;
    private final Map<String, YamlNode> entries;
    private final SpecProblems problems;
    private final Set<String> asked = new LinkedHashSet<>();

    private SpecSection(YamlNode node, SpecProblems problems) {
        this.node = node;
        this.problems = problems;
        if (node instanceof YamlNode.Section section) {
            this.entries = section.entries();
        } else {
            this.entries = Map.of();
            if (!(node instanceof YamlNode.Empty)) {
                problems.add(node, "expected a section with keys, found " + node.kind());
            }
        }
    }

    /** Lets {@code reader} read a section, then reports the keys it did not ask for. */
    static void read(YamlNode node, SpecProblems problems, Consumer<SpecSection> reader) {
        SpecSection section = new SpecSection(node, problems);
        reader.accept(section);
        section.entries.forEach((key, value) -> {
            if (!section.asked.contains(key)) {
                problems.add(
                        value,
                        "unknown key" + NearestNames.hint(key, section.asked) + "; known here: "
                                + String.join(", ", section.asked));
            }
        });
    }

    YamlNode node() {
        return node;
    }

    SpecProblems problems() {
        return problems;
    }

    boolean has(String key) {
        asked.add(key);
        return entries.containsKey(key) && !(entries.get(key) instanceof YamlNode.Empty);
    }

    /** The node of a key, an empty one where it is absent. */
    YamlNode node(String key) {
        asked.add(key);
        return entries.getOrDefault(key, new YamlNode.Empty(node.line(), path(key)));
    }

    private String path(String key) {
        return node.path().isEmpty() ? key : node.path() + "." + key;
    }

    /** A required text. */
    String text(String key) {
        YamlNode value = node(key);
        if (value instanceof YamlNode.Text text) {
            return text.value();
        }
        problems.add(
                value, value instanceof YamlNode.Empty ? "is required" : "expected one value, found " + value.kind());
        return STAND_IN;
    }

    String text(String key, String fallback) {
        return has(key) ? text(key) : fallback;
    }

    /** A required stable name for files and API. */
    String id(String key) {
        String id = text(key);
        if (!id.equals(STAND_IN) && !ID.matcher(id).matches()) {
            problems.add(node(key), "'" + id + "' is no id: use small letters, digits and _, beginning with a letter");
        }
        return id;
    }

    /** One of {@code allowed}; the first of them stands in. */
    <T> T choice(String key, Map<String, T> allowed) {
        int before = problems.count();
        String value = text(key);
        if (allowed.containsKey(value)) {
            return allowed.get(value);
        }
        if (problems.count() == before) {
            problems.add(
                    node(key),
                    "'" + value + "' is not allowed" + NearestNames.hint(value, allowed.keySet()) + "; allowed: "
                            + String.join(", ", allowed.keySet()));
        }
        return allowed.values().iterator().next();
    }

    boolean flag(String key, boolean fallback) {
        Map<String, Boolean> values = new LinkedHashMap<>();
        values.put("true", true);
        values.put("false", false);
        return has(key) ? choice(key, values) : fallback;
    }

    /**
     * A number that must satisfy {@code allowed}.
     *
     * @param range what is allowed, in words: {@code "between 0 and 1"}
     */
    double number(String key, double fallback, String range, DoublePredicate allowed) {
        return has(key) ? number(node(key), range, allowed, fallback) : fallback;
    }

    /** A section of free keys with numbers, in file order; the caller checks the keys. */
    Map<String, Double> numbers(String key, String range, DoublePredicate allowed) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        if (has(key)) {
            read(node(key), problems, s -> numbers.putAll(s.allNumbers(range, allowed)));
        }
        return numbers;
    }

    /** All entries of this section as numbers, whatever their keys. */
    Map<String, Double> allNumbers(String range, DoublePredicate allowed) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        asked.addAll(entries.keySet());
        entries.forEach((name, value) -> numbers.put(name, number(value, range, allowed, 0)));
        return numbers;
    }

    /** Reads each entry of a section with free keys, in file order; an absent one has no entries. */
    void entries(String key, BiConsumer<String, SpecSection> reader) {
        if (!has(key)) {
            return;
        }
        if (node(key) instanceof YamlNode.Section section) {
            section.entries().forEach((name, value) -> read(value, problems, s -> reader.accept(name, s)));
        } else {
            problems.add(
                    node(key),
                    "expected 'name: {…}' entries, found " + node(key).kind());
        }
    }

    /** Labels by free key, in file order. */
    Map<String, Label> labels(String key) {
        Map<String, Label> labels = new LinkedHashMap<>();
        entries(key, (name, s) -> labels.put(name, new Label(s.text("ko"), s.text("en"))));
        return labels;
    }

    /** A whole number from {@code least} to {@code most}. */
    int whole(String key, int fallback, int least, int most) {
        return (int) number(
                key,
                fallback,
                "that is whole and from " + least + " to " + most,
                n -> n >= least && n <= most && n == Math.rint(n));
    }

    private double number(YamlNode value, String range, DoublePredicate allowed, double standIn) {
        if (value instanceof YamlNode.Text text) {
            try {
                double number = Double.parseDouble(text.value());
                if (Double.isFinite(number) && allowed.test(number)) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // falls through to the same complaint: the author has to write a number in the range
            }
        }
        problems.add(value, "expected a number " + range + ", found " + value.kind());
        return standIn;
    }

    /** A required label with both languages. */
    Label label(String key) {
        List<Label> labels = new ArrayList<>();
        if (has(key)) {
            read(node(key), problems, s -> labels.add(new Label(s.text("ko"), s.text("en"))));
            return labels.get(0);
        }
        problems.add(node(key), "is required: {ko: Korean name, en: English name}");
        return new Label(STAND_IN, STAND_IN);
    }

    List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlNode.Text text) {
                texts.add(text.value());
            } else {
                problems.add(item, "expected one value, found " + item.kind());
            }
        }
        return texts;
    }

    /** Reads each item of a list of sections; an absent list has no items. */
    void each(String key, Consumer<SpecSection> reader) {
        items(key).forEach(item -> read(item, problems, reader));
    }

    private List<YamlNode> items(String key) {
        YamlNode value = node(key);
        if (value instanceof YamlNode.Items items) {
            return items.items();
        }
        if (!(value instanceof YamlNode.Empty)) {
            problems.add(value, "expected a list ('- …' lines), found " + value.kind());
        }
        return List.of();
    }
}
