package io.segmentradar.http.api;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.javalin.http.Context;
import io.segmentradar.http.wire.Wire;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** The JSON object of a write. What cannot be understood is a {@link Problem}; null counts as absent. */
final class Body {
    private final JsonNode json;

    private Body(JsonNode json) {
        this.json = json;
    }

    static Body of(Context ctx, String... members) {
        JsonNode json = parse(ctx);
        if (!json.isObject()) {
            throw Problem.badBody("A JSON object is needed");
        }
        List<String> known = List.of(members);
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw Problem.badBody("There is no member '" + name + "' here; known: " + known);
            }
        });
        return new Body(json);
    }

    JsonNode json() {
        return json;
    }

    private static JsonNode parse(Context ctx) {
        try {
            JsonNode json = Wire.JSON.readTree(ctx.bodyAsBytes());
            return json == null ? Wire.JSON.missingNode() : json;
        } catch (JsonProcessingException e) {
            throw Problem.badBody("The body is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw TimeLimit.isOver(ctx.req())
                    ? TimeLimit.over()
                    : Problem.badBody("The body could not be read to its end");
        }
    }

    private Optional<JsonNode> member(String name) {
        return Optional.ofNullable(json.get(name)).filter(node -> !node.isNull());
    }

    Optional<String> text(String name, int maxLength) {
        return member(name).map(node -> {
            if (!node.isTextual() || node.textValue().length() > maxLength) {
                throw Problem.badBody("'" + name + "' must be text of at most " + maxLength + " characters");
            }
            return node.textValue();
        });
    }

    Optional<Integer> integer(String name) {
        return member(name).map(node -> {
            if (!node.isInt() || node.intValue() < 0) {
                throw Problem.badBody("'" + name + "' must be a whole number of at least 0");
            }
            return node.intValue();
        });
    }

    OptionalDouble number(String name) {
        return member(name)
                .map(node -> {
                    if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
                        throw Problem.badBody("'" + name + "' must be a number");
                    }
                    return OptionalDouble.of(node.doubleValue());
                })
                .orElse(OptionalDouble.empty());
    }

    /** A member that is an object; empty where it is absent. */
    Optional<JsonNode> object(String name) {
        return member(name).map(node -> {
            if (!node.isObject()) {
                throw Problem.badBody("'" + name + "' must be an object");
            }
            return node;
        });
    }

    /** The entries of a member that is a list of objects; none where it is absent. */
    List<JsonNode> list(String name) {
        List<JsonNode> entries = new ArrayList<>();
        member(name).ifPresent(node -> {
            node.forEach(entries::add);
            if (!node.isArray() || !entries.stream().allMatch(JsonNode::isObject)) {
                throw Problem.badBody("'" + name + "' must be a list of objects");
            }
        });
        return entries;
    }

    /** The numbers of a member that is an object; empty where it is absent. */
    Map<String, Double> numbers(String name) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        member(name).ifPresent(node -> {
            if (!node.isObject()) {
                throw Problem.badBody("'" + name + "' must be an object of numbers");
            }
            node.properties().forEach(entry -> {
                if (!entry.getValue().isNumber()) {
                    throw Problem.badBody("'" + name + "." + entry.getKey() + "' must be a number");
                }
                numbers.put(entry.getKey(), entry.getValue().doubleValue());
            });
        });
        return numbers;
    }

    Optional<LocalDate> date(String name) {
        return text(name, 10).map(value -> {
            try {
                return LocalDate.parse(value);
            } catch (DateTimeException e) {
                throw Problem.badBody("'" + name + "' must be a date such as 2025-01-31, got '" + value + "'");
            }
        });
    }

    <E extends Enum<E>> Optional<E> constant(String name, Class<E> type) {
        return text(name, 100)
                .map(value -> Arrays.stream(type.getEnumConstants())
                        .filter(constant -> constant.name().equalsIgnoreCase(value))
                        .findFirst()
                        .orElseThrow(() -> Problem.badBody("'" + name + "' does not know '" + value + "'; allowed: "
                                + List.of(type.getEnumConstants()))));
    }
}
