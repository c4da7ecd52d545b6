package io.segmentradar.report.notify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.alert.Severity;
import io.segmentradar.core.kpi.Language;
import io.segmentradar.core.run.RadarSpec;
import io.segmentradar.features.spec.SpecLoader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubscriptionFileTest {
    private static final RadarSpec SPEC = new SpecLoader().load("imbank");

    @TempDir
    private Path folder;

    private Subscriptions load(String yaml) throws IOException {
        Path file = folder.resolve("subscriptions.yaml");
        Files.writeString(file, yaml);
        return SubscriptionFile.load(file, SPEC);
    }

    @Test
    void readsEverything() throws IOException {
        Subscriptions read = load("""
                mail: {host: mail.bank.example, port: 25, security: starttls, user: radar, password_env: MAIL_PASSWORD, from: radar@bank.example}
                subscriptions:
                  - name: 대구 RM
                    language: ko
                    email: [kim@bank.example]
                    keys: {province: [대구, 경북]}
                    severities: [critical]
                    owner: RM
                  - name: chat
                    language: en
                    webhook: https://chat.bank.example/hook
                """);
        assertEquals(
                new MailServer(
                        "mail.bank.example",
                        25,
                        MailServer.Security.STARTTLS,
                        Optional.of("radar"),
                        Optional.of("MAIL_PASSWORD"),
                        "radar@bank.example"),
                read.mail().orElseThrow());
        assertEquals(
                List.of(
                        new Subscription(
                                "대구 RM",
                                Language.KO,
                                List.of("kim@bank.example"),
                                Optional.empty(),
                                Map.of("province", Set.of("대구", "경북")),
                                Set.of(Severity.CRITICAL),
                                Optional.of("RM")),
                        new Subscription(
                                "chat",
                                Language.EN,
                                List.of(),
                                Optional.of(URI.create("https://chat.bank.example/hook")),
                                Map.of(),
                                Set.of(Severity.CRITICAL, Severity.HIGH),
                                Optional.empty())),
                read.list());
    }

    @Test
    void namesEveryProblemAtOnce() {
        NotifyException e = assertThrows(NotifyException.class, () -> load("""
                        subscriptions:
                          - name: a
                            language: fr
                            email: [kim@bank.example]
                            keys: {region: [대구]}
                            severities: [critcal]
                          - name: a
                            language: ko
                            webhook: ftp://x
                        """));
        for (String problem : List.of(
                "language: 'fr'",
                "needs a mail server",
                "'region' is not one of [industry",
                "'critcal' is unknown",
                "'a' is taken",
                "'ftp://x' is not an http")) {
            assertTrue(e.getMessage().contains(problem), problem + " is not in " + e.getMessage());
        }
    }

    @Test
    void aMisspeltKeyIsNamedWithItsPlace() {
        NotifyException e =
                assertThrows(NotifyException.class, () -> load("subscriptions:\n  - name: a\n    langauge: ko\n"));
        assertTrue(
                e.getMessage().contains("subscriptions[0].langauge")
                        && e.getMessage().contains("language"),
                e.getMessage());
    }

    @Test
    void anEmptyFileAsksForASubscription() {
        NotifyException e = assertThrows(NotifyException.class, () -> load(""));
        assertTrue(e.getMessage().contains("at least one") || e.getMessage().contains("No content"), e.getMessage());
    }
}
