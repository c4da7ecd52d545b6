package io.segmentradar.http.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Who may use the API, as written in a YAML file.
 *
 * @param smallCells raises the spec's number of customers below which figures are withheld from viewers; 0 leaves it
 * @param requestsPerMinute limit for each key or token subject
 * @param keys API keys
 * @param oidc issuer of bearer tokens, or null if there is none
 */
record AuthFile(
        @JsonProperty("small_cells") Integer smallCells,
        @JsonProperty("requests_per_minute") Integer requestsPerMinute,
        @JsonProperty("keys") List<Key> keys,
        @JsonProperty("oidc") Oidc oidc) {
    static final int DEFAULT_REQUESTS = 6_000;

    AuthFile {
        smallCells = smallCells == null ? 0 : smallCells;
        requestsPerMinute = requestsPerMinute == null ? DEFAULT_REQUESTS : requestsPerMinute;
        keys = keys == null ? List.of() : List.copyOf(keys);
    }

    /**
     * @param scope dimension id to the values a manager is in charge of
     * @param hash see {@link KeyHash}
     */
    record Key(
            @JsonProperty("name") String name,
            @JsonProperty("role") String role,
            @JsonProperty("scope") Map<String, Set<String>> scope,
            @JsonProperty("hash") String hash) {
        Key {
            scope = scope == null ? Map.of() : Map.copyOf(scope);
        }
    }

    /**
     * @param jwks file or URL of the issuer's public keys
     * @param roleClaim name of the claim with the role
     * @param scopeClaim name of the claim with the scope, an object of lists
     */
    record Oidc(
            @JsonProperty("issuer") String issuer,
            @JsonProperty("audience") String audience,
            @JsonProperty("jwks") String jwks,
            @JsonProperty("role_claim") String roleClaim,
            @JsonProperty("scope_claim") String scopeClaim) {
        Oidc {
            roleClaim = roleClaim == null ? "radar_role" : roleClaim;
            scopeClaim = scopeClaim == null ? "radar_scope" : scopeClaim;
        }
    }

    /**
     * @throws AccessException naming everything that is wrong
     */
    static AuthFile read(Path file) {
        AuthFile auth;
        try {
            auth = new ObjectMapper(new YAMLFactory()).readValue(Files.readString(file), AuthFile.class);
        } catch (JsonProcessingException e) {
            throw new AccessException(file + " cannot be understood: " + reason(e), e);
        } catch (IOException e) {
            throw new AccessException(file + " cannot be read: " + e, e);
        }
        List<String> problems = auth == null ? List.of("it is empty") : auth.problems();
        if (!problems.isEmpty()) {
            throw new AccessException(file + ": " + String.join("; ", problems));
        }
        return auth;
    }

    /** One line: what is wrong, and where. */
    private static String reason(JsonProcessingException e) {
        List<String> lines = e.getOriginalMessage()
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("in "))
                .toList();
        String where =
                e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
        return lines.get(0) + where;
    }

    private List<String> problems() {
        List<String> problems = new ArrayList<>();
        Set<String> names = new HashSet<>();
        if (keys.isEmpty() && oidc == null) {
            problems.add("it lets nobody in: give keys or oidc");
        }
        if (smallCells < 0 || requestsPerMinute < 1) {
            problems.add("small_cells must not be negative and requests_per_minute at least 1");
        }
        for (Key key : keys) {
            String where = "key '" + key.name() + "' ";
            if (key.name() == null || !key.name().matches("[\\w.@-]{1,100}") || !names.add(key.name())) {
                problems.add(where + "needs a name of its own, of letters, digits and . _ @ -");
            }
            if (key.hash() == null) {
                problems.add(where + "needs a hash; make one with 'radar auth key'");
            }
            problem(key.role(), key.scope()).ifPresent(text -> problems.add(where + text));
        }
        if (oidc != null && (oidc.issuer() == null || oidc.audience() == null || oidc.jwks() == null)) {
            problems.add("oidc needs issuer, audience and jwks");
        }
        return problems;
    }

    /** What is wrong with a role and its scope. */
    static Optional<String> problem(String role, Map<String, Set<String>> scope) {
        List<String> roles = List.of("viewer", "manager", "analyst", "admin");
        if (role == null || !roles.contains(role.toLowerCase(Locale.ROOT))) {
            return Optional.of("has role '" + role + "'; allowed: " + roles);
        }
        boolean manager = role.equalsIgnoreCase("manager");
        boolean scoped = !scope.isEmpty() && scope.values().stream().noneMatch(Set::isEmpty);
        return manager && !scoped
                ? Optional.of("is a manager and needs a scope, such as {province: [서울]}")
                : Optional.empty();
    }
}
