package io.segmentradar.report.notify;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Posts the digest as JSON; a repeat of the same message carries the same {@code Idempotency-Key}. */
final class WebhookChannel implements Channel {
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int TOO_MANY_REQUESTS = 429;

    private final URI address;
    private final HttpClient client;

    WebhookChannel(URI address) {
        this.address = address;
        this.client = HttpClient.newBuilder()
                .connectTimeout(TIMEOUT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    @Override
    public String name() {
        return "webhook " + address.getScheme() + "://" + address.getAuthority() + address.getPath();
    }

    @Override
    public void send(Message message) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/json; charset=utf-8")
                .header("Idempotency-Key", message.key())
                .POST(HttpRequest.BodyPublishers.ofString(message.json(), StandardCharsets.UTF_8))
                .build();
        try {
            int status =
                    client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status / 100 != 2) {
                boolean passing = status == TOO_MANY_REQUESTS || status / 100 == 5;
                throw new DeliveryException(name() + " answered " + status, passing, null);
            }
        } catch (IOException e) {
            throw new DeliveryException(name() + ": " + e, true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeliveryException(name() + ": interrupted", false, e);
        }
    }
}
