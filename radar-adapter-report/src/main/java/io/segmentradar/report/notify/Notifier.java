package io.segmentradar.report.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.text.Words;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Tells each reader what is new, once. A channel that fails does not keep the others from being told. */
public final class Notifier {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Subscriptions subscriptions;
    private final Path log;
    private final RetryPolicy retries;
    private final Map<String, String> environment;

    /**
     * @param log file that remembers what was told
     * @param environment where mail passwords are looked up
     */
    public Notifier(Subscriptions subscriptions, Path log, RetryPolicy retries, Map<String, String> environment) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.retries = retries;
        this.environment = Map.copyOf(environment);
    }

    /** Sends what has not been sent. */
    public List<Delivery> send(RadarRun run, Optional<RadarRun> previous) {
        return deliver(run, previous, false);
    }

    /** Says what would be sent; sends and remembers nothing. */
    public List<Delivery> dryRun(RadarRun run, Optional<RadarRun> previous) {
        return deliver(run, previous, true);
    }

    private List<Delivery> deliver(RadarRun run, Optional<RadarRun> previous, boolean dry) {
        SentLog sent = new SentLog(log);
        List<Delivery> deliveries = new ArrayList<>();
        for (Subscription reader : subscriptions.list()) {
            for (Channel channel : channels(reader)) {
                String address = reader.name() + " / " + channel.name();
                Digest digest = Digest.of(run, previous, reader, sent.told(address));
                if (digest.isEmpty()) {
                    deliveries.add(new Delivery.Nothing(address));
                    continue;
                }
                Message message = message(digest, reader, address);
                if (dry) {
                    deliveries.add(
                            new Delivery.Printed(reader.name(), channel.name(), message.subject(), message.plain()));
                    continue;
                }
                try {
                    retries.send(channel, message);
                    sent.add(address, digest.ids());
                    deliveries.add(new Delivery.Sent(
                            reader.name(), channel.name(), digest.ids().size()));
                } catch (DeliveryException e) {
                    deliveries.add(new Delivery.Failed(reader.name(), channel.name(), e.getMessage()));
                }
            }
        }
        return deliveries;
    }

    private List<Channel> channels(Subscription reader) {
        List<Channel> channels = new ArrayList<>();
        if (!reader.email().isEmpty()) {
            MailServer server = subscriptions
                    .mail()
                    .orElseThrow(() -> new NotifyException(
                            "Subscription '" + reader.name() + "' has e-mail addresses but there is no mail server"));
            channels.add(new MailChannel(server, reader.email(), environment));
        }
        reader.webhook().ifPresent(address -> channels.add(new WebhookChannel(address)));
        return channels;
    }

    private static Message message(Digest digest, Subscription reader, String address) {
        DigestText text = new DigestText(digest, new Words(digest.view().run().spec(), reader.language()));
        String content = address + "\n" + String.join("\n", digest.ids());
        String key =
                UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
        return new Message(key, text.subject(), text.plain(), text.html(), json(digest, reader, text));
    }

    private static String json(Digest digest, Subscription reader, DigestText text) {
        try {
            return JSON.writeValueAsString(WebhookBody.of(digest, reader, text));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The digest of " + reader.name() + " cannot be written as JSON", e);
        }
    }
}
