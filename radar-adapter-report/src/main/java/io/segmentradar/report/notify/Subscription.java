package io.segmentradar.report.notify;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Language;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What one reader wants to hear about, and where.
 *
 * @param name unique in its file; the sent log is kept by it
 * @param email recipients, may be empty if there is a webhook
 * @param keys dimension id to the values the reader is in charge of; a dimension that is not named is not restricted
 * @param severities of the alerts to report
 * @param owner role whose planned actions are "mine"; empty for none
 */
public record Subscription(
        String name,
        Language language,
        List<String> email,
        Optional<URI> webhook,
        Map<String, Set<String>> keys,
        Set<Severity> severities,
        Optional<String> owner) {
    public Subscription {
        email = List.copyOf(email);
        keys = Map.copyOf(new LinkedHashMap<>(keys));
        severities = Set.copyOf(severities);
    }
}
