package io.segmentradar.report.notify;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.core.segment.SegmentDimension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads subscriptions from YAML and checks them against the spec; every problem is named at once. */
public final class SubscriptionFile {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory())
            .setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final RadarSpec spec;
    private final List<String> problems = new ArrayList<>();

    private SubscriptionFile(RadarSpec spec) {
        this.spec = spec;
    }

    private record Document(Server mail, List<Entry> subscriptions) {}

    private record Server(String host, Integer port, String security, String user, String passwordEnv, String from) {}

    private record Entry(
            String name,
            String language,
            List<String> email,
            String webhook,
            Map<String, List<String>> keys,
            List<String> severities,
            String owner) {}

    /**
     * @throws NotifyException if the file cannot be read or used
     */
    public static Subscriptions load(Path file, RadarSpec spec) {
        Document document;
        try {
            document = YAML.readValue(Files.readString(file), Document.class);
        } catch (UnrecognizedPropertyException e) {
            throw new NotifyException(
                    file + ": " + path(e) + " is not known; one of " + new TreeSet<>(e.getKnownPropertyIds()), e);
        } catch (JacksonException e) {
            String where = e.getLocation() == null ? "" : ":" + e.getLocation().getLineNr();
            throw new NotifyException(file + where + ": " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new NotifyException("Cannot read the subscriptions in " + file + ": " + e.getMessage(), e);
        }
        SubscriptionFile reader = new SubscriptionFile(spec);
        Subscriptions subscriptions = reader.read(document);
        if (!reader.problems.isEmpty()) {
            throw new NotifyException(file + ":\n  " + String.join("\n  ", reader.problems));
        }
        return subscriptions;
    }

    private static String path(UnrecognizedPropertyException e) {
        return e.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining())
                .substring(1);
    }

    private Subscriptions read(Document document) {
        List<Entry> entries =
                document == null || document.subscriptions() == null ? List.of() : document.subscriptions();
        if (entries.isEmpty()) {
            problems.add("subscriptions: at least one is needed");
        }
        Optional<MailServer> mail =
                document == null || document.mail() == null ? Optional.empty() : server(document.mail());
        List<Subscription> list = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            String at = "subscriptions[" + i + "].";
            Entry entry = entries.get(i);
            if (!names.add(entry.name())) {
                problems.add(at + "name: '" + entry.name() + "' is taken");
            }
            if (!orEmpty(entry.email()).isEmpty() && document.mail() == null) {
                problems.add(at + "email: needs a mail server under 'mail'");
            }
            subscription(at, entry).ifPresent(list::add);
        }
        return new Subscriptions(mail, list);
    }

    private Optional<MailServer> server(Server server) {
        int before = problems.size();
        require("mail.host", server.host());
        require("mail.from", server.from());
        Optional<MailServer.Security> security =
                choice("mail.security", server.security(), MailServer.Security.values());
        int port = server.port() == null ? 587 : server.port();
        if (port < 1 || port > 65_535) {
            problems.add("mail.port: " + port + " is not between 1 and 65535");
        }
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new MailServer(
                        server.host(),
                        port,
                        security.orElseThrow(),
                        Optional.ofNullable(server.user()),
                        Optional.ofNullable(server.passwordEnv()),
                        server.from()));
    }

    private Optional<Subscription> subscription(String at, Entry entry) {
        int before = problems.size();
        require(at + "name", entry.name());
        Optional<Language> language = choice(at + "language", entry.language(), Language.values());
        Set<Severity> severities = new LinkedHashSet<>();
        orEmpty(entry.severities())
                .forEach(name ->
                        choice(at + "severities", name, Severity.values()).ifPresent(severities::add));
        Optional<URI> webhook = webhook(at, entry.webhook());
        if (orEmpty(entry.email()).isEmpty() && entry.webhook() == null) {
            problems.add(at + "email or " + at + "webhook is needed");
        }
        Map<String, Set<String>> keys = keys(at, entry);
        return problems.size() > before
                ? Optional.empty()
                : Optional.of(new Subscription(
                        entry.name(),
                        language.orElseThrow(),
                        orEmpty(entry.email()),
                        webhook,
                        keys,
                        severities.isEmpty() ? Set.of(Severity.CRITICAL, Severity.HIGH) : severities,
                        Optional.ofNullable(entry.owner())));
    }

    private Map<String, Set<String>> keys(String at, Entry entry) {
        List<String> known =
                spec.dimensions().stream().map(SegmentDimension::id).toList();
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        if (entry.keys() != null) {
            entry.keys().forEach((dimension, values) -> {
                if (!known.contains(dimension)) {
                    problems.add(at + "keys: '" + dimension + "' is not one of " + known);
                }
                keys.put(dimension, Set.copyOf(orEmpty(values)));
            });
        }
        return keys;
    }

    private Optional<URI> webhook(String at, String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI uri = URI.create(address);
            if (("http".equals(uri.getScheme()) || "https".equals(uri.getScheme())) && uri.getHost() != null) {
                return Optional.of(uri);
            }
        } catch (IllegalArgumentException e) {
            problems.add(at + "webhook: " + e.getMessage());
            return Optional.empty();
        }
        problems.add(at + "webhook: '" + address + "' is not an http or https address");
        return Optional.empty();
    }

    private void require(String key, String value) {
        if (value == null || value.isBlank()) {
            problems.add(key + ": is needed");
        }
    }

    private <E extends Enum<E>> Optional<E> choice(String key, String name, E[] allowed) {
        Optional<E> found = Arrays.stream(allowed)
                .filter(value -> value.name().equalsIgnoreCase(name))
                .findFirst();
        if (found.isEmpty()) {
            problems.add(key + ": " + (name == null ? "is needed" : "'" + name + "' is unknown") + "; one of "
                    + Arrays.toString(allowed).toLowerCase(Locale.ROOT));
        }
        return found;
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
