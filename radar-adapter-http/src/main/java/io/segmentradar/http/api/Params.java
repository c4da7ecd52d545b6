package io.segmentradar.http.api;

import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The query parameters of a request. What cannot be understood is a {@link Problem} that names the allowed values. */
final class Params {
    private final Map<String, List<String>> values;
    private final Set<String> known = new TreeSet<>();

    Params(Map<String, List<String>> values) {
        this.values = values;
    }

    Optional<String> text(String name) {
        List<String> all = texts(name);
        if (all.size() > 1) {
            throw Problem.badParameter(name, "Parameter '" + name + "' must not be repeated");
        }
        return all.stream().findFirst();
    }

    /** Values of a parameter that may be repeated; blank ones do not count. */
    List<String> texts(String name) {
        known.add(name);
        return values.getOrDefault(name, List.of()).stream()
                .filter(value -> !value.isBlank())
                .toList();
    }

    int integer(String name, int otherwise, int min, int max) {
        return text(name).map(value -> integer(name, value, min, max)).orElse(otherwise);
    }

    private static int integer(String name, String value, int min, int max) {
        try {
            int number = Integer.parseInt(value.strip());
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the same answer as a number out of range.
        }
        throw Problem.badParameter(
                name,
                "Parameter '" + name + "' must be a whole number from " + min + " to " + max + ", got '" + value + "'");
    }

    Optional<Boolean> bool(String name) {
        return text(name).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            case "false", "no", "0" -> false;
            default ->
                throw Problem.badParameter(name, "Parameter '" + name + "' must be true or false, got '" + value + "'");
        });
    }

    Optional<YearMonth> month(String name) {
        return text(name).map(value -> {
            try {
                return value.matches("\\d{6}")
                        ? YearMonth.of(Integer.parseInt(value.substring(0, 4)), Integer.parseInt(value.substring(4)))
                        : YearMonth.parse(value);
            } catch (DateTimeException e) {
                throw Problem.badParameter(
                        name, "Parameter '" + name + "' must be a month such as 2024-12, got '" + value + "'");
            }
        });
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name).map(value -> constant(name, value, type));
    }

    static <E extends Enum<E>> E constant(String name, String value, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equalsIgnoreCase(value.strip()))
                .findFirst()
                .orElseThrow(() -> unknown(name, value, List.of(type.getEnumConstants())));
    }

    Optional<String> oneOf(String name, Collection<String> allowed) {
        Optional<String> value = text(name);
        value.filter(v -> !allowed.contains(v)).ifPresent(v -> {
            throw unknown(name, v, allowed);
        });
        return value;
    }

    static Problem unknown(String name, String value, Collection<?> allowed) {
        return Problem.badParameter(name, "Parameter '" + name + "' does not know '" + value + "'; allowed: " + allowed)
                .with("allowed", allowed.stream().map(Object::toString).toList());
    }

    /** To be called when all parameters have been asked for. */
    void rejectUnknown() {
        for (String name : values.keySet()) {
            if (!known.contains(name)) {
                throw Problem.badParameter(name, "There is no parameter '" + name + "' here; known: " + known)
                        .with("allowed", List.copyOf(known));
            }
        }
    }
}
