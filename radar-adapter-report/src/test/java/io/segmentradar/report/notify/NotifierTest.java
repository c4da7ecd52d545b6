package io.segmentradar.report.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarRun;
import io.segmentradar.report.SampleRun;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real SMTP server and a real HTTP server on this machine. */
class NotifierTest {
    private static final RadarRun RUN = SampleRun.create();
    private static final RetryPolicy QUICK = new RetryPolicy(3, Duration.ofMillis(5));

    @TempDir
    private Path folder;

    private Subscription reader(List<String> email, Optional<URI> webhook) {
        return new Subscription(
                "대구 RM",
                Language.KO,
                email,
                webhook,
                Map.of("province", Set.of("대구", "경북")),
                Set.of(Severity.CRITICAL, Severity.HIGH),
                Optional.of("RM"));
    }

    private Notifier notifier(Subscriptions subscriptions, Map<String, String> environment) {
        return new Notifier(subscriptions, folder.resolve("sent.json"), QUICK, environment);
    }

    @Test
    void mailsTheDigestOnceInTheReadersLanguage() throws Exception {
        GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mail.setUser("kim@bank.example", "radar", "secret");
        mail.start();
        try {
            MailServer server = new MailServer(
                    "127.0.0.1",
                    mail.getSmtp().getPort(),
                    MailServer.Security.NONE,
                    Optional.of("radar"),
                    Optional.of("MAIL_PASSWORD"),
                    "radar@bank.example");
            Subscriptions subscriptions = new Subscriptions(
                    Optional.of(server), List.of(reader(List.of("kim@bank.example"), Optional.empty())));
            Notifier notifier = notifier(subscriptions, Map.of("MAIL_PASSWORD", "secret"));

            assertInstanceOf(
                    Delivery.Sent.class, notifier.send(RUN, Optional.empty()).get(0));
            assertInstanceOf(
                    Delivery.Nothing.class, notifier.send(RUN, Optional.empty()).get(0));

            assertEquals(1, mail.getReceivedMessages().length);
            MimeMessage received = mail.getReceivedMessages()[0];
            assertTrue(received.getSubject().startsWith("[Segment Radar] 2024년 6월: 새 알림 "), received.getSubject());
            MimeMultipart body = (MimeMultipart) received.getContent();
            String plain = (String) body.getBodyPart(0).getContent();
            assertTrue(plain.contains("◆ 심각") && plain.contains("내 액션") && plain.contains("초안"), plain);
            assertFalse(plain.contains("서울"), "outside the reader's provinces:\n" + plain);
            assertTrue(body.getBodyPart(1).getContentType().startsWith("text/html"));
        } finally {
            mail.stop();
        }
    }

    @Test
    void aServerThatIsAwayIsRetriedThenReportedAndToldLater() throws IOException {
        int unused;
        try (var socket = new java.net.ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            unused = socket.getLocalPort();
        }
        MailServer away = new MailServer(
                "127.0.0.1",
                unused,
                MailServer.Security.NONE,
                Optional.empty(),
                Optional.empty(),
                "radar@bank.example");
        Subscriptions subscriptions =
                new Subscriptions(Optional.of(away), List.of(reader(List.of("kim@bank.example"), Optional.empty())));
        Delivery delivery =
                notifier(subscriptions, Map.of()).send(RUN, Optional.empty()).get(0);
        assertTrue(assertInstanceOf(Delivery.Failed.class, delivery).reason().contains("127.0.0.1:" + unused));
        assertFalse(Files.exists(folder.resolve("sent.json")));
    }

    @Test
    void aMissingPasswordIsNamedWithoutTrying() {
        MailServer server = new MailServer(
                "127.0.0.1",
                1,
                MailServer.Security.NONE,
                Optional.of("radar"),
                Optional.of("NOT_SET"),
                "radar@bank.example");
        Subscriptions subscriptions =
                new Subscriptions(Optional.of(server), List.of(reader(List.of("kim@bank.example"), Optional.empty())));
        Delivery delivery =
                notifier(subscriptions, Map.of()).send(RUN, Optional.empty()).get(0);
        assertTrue(assertInstanceOf(Delivery.Failed.class, delivery).reason().contains("NOT_SET"), delivery.toString());
    }

    @Test
    void postsJsonToTheWebhookAndRetriesPassingFailures() throws Exception {
        try (Hook hook = new Hook(call -> call < 2 ? 503 : 204)) {
            Subscriptions subscriptions =
                    new Subscriptions(Optional.empty(), List.of(reader(List.of(), Optional.of(hook.address()))));
            Notifier notifier = notifier(subscriptions, Map.of());
            Delivery delivery = notifier.send(RUN, Optional.empty()).get(0);

            assertInstanceOf(Delivery.Sent.class, delivery, delivery.toString());
            assertEquals(3, hook.bodies.size());
            assertEquals(1, Set.copyOf(hook.keys).size(), "a repeat carries the same key");
            JsonNode body = new ObjectMapper().readTree(hook.bodies.get(2));
            assertEquals(RUN.manifest().runId(), body.get("run_id").asText());
            assertEquals("2024-06", body.get("month").asText());
            assertTrue(body.get("text").asText().contains("새 알림"));
            assertTrue(body.get("alerts").size() > 0);
            for (JsonNode alert : body.get("alerts")) {
                var same = RUN.alerts().stream()
                        .filter(candidate ->
                                candidate.id().equals(alert.get("alert_id").asText()))
                        .findFirst()
                        .orElseThrow();
                assertEquals(same.impact(), alert.get("impact").asDouble());
            }
            assertInstanceOf(
                    Delivery.Nothing.class, notifier.send(RUN, Optional.empty()).get(0));
        }
    }

    @Test
    void aRefusedWebhookIsNotRetriedAndDoesNotStopTheOthers() throws Exception {
        try (Hook refusing = new Hook(call -> 404);
                Hook fine = new Hook(call -> 200)) {
            Subscription first = reader(List.of(), Optional.of(refusing.address()));
            Subscription second = new Subscription(
                    "본점",
                    Language.EN,
                    List.of(),
                    Optional.of(fine.address()),
                    Map.of(),
                    first.severities(),
                    Optional.empty());
            List<Delivery> deliveries = notifier(new Subscriptions(Optional.empty(), List.of(first, second)), Map.of())
                    .send(RUN, Optional.empty());
            assertInstanceOf(Delivery.Failed.class, deliveries.get(0));
            assertEquals(1, refusing.bodies.size());
            assertInstanceOf(Delivery.Sent.class, deliveries.get(1));
            assertTrue(fine.bodies.get(0).contains("New alerts"));
        }
    }

    @Test
    void aDryRunSendsAndRemembersNothing() throws Exception {
        try (Hook hook = new Hook(call -> 200)) {
            Notifier notifier = notifier(
                    new Subscriptions(Optional.empty(), List.of(reader(List.of(), Optional.of(hook.address())))),
                    Map.of());
            Delivery.Printed printed = assertInstanceOf(
                    Delivery.Printed.class,
                    notifier.dryRun(RUN, Optional.empty()).get(0));
            assertTrue(printed.text().contains("새 알림"));
            assertEquals(0, hook.bodies.size());
            assertFalse(Files.exists(folder.resolve("sent.json")));
        }
    }

    /** A web server that answers what it is told for the nth call, counted from 0, and keeps what it got. */
    private static final class Hook implements AutoCloseable {
        private final HttpServer server;
        private final IntUnaryOperator status;
        final List<String> bodies = Collections.synchronizedList(new ArrayList<>());
        final List<String> keys = Collections.synchronizedList(new ArrayList<>());

        Hook(IntUnaryOperator status) throws IOException {
            this.status = status;
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/hook", this::answer);
            server.start();
        }

        private void answer(HttpExchange exchange) throws IOException {
            int answer = status.applyAsInt(bodies.size());
            keys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
            bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        }

        URI address() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
