package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.http.dashboard.Browser;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser, on the stored result of a run of the main job. */
@ResourceLock(SampleRun.STORE)
class PagesOfARealRunTest {
    private static JdbcRadarStore store;
    private static RadarHttpServer server;
    private static Browser browser;
    private static RadarRun run;

    @BeforeAll
    static void start() {
        store = JdbcRadarStore.open(StoreSettings.embedded(SampleRun.data()));
        server = RadarHttpServer.start(
                HttpSettings.loopback(0),
                new RadarServices(store, Optional.of(store.cases()), Optional.empty(), Clock.systemUTC()));
        run = store.run(store.runs().get(0).runId()).orElseThrow();
        browser = Browser.openOrSkip(server.port());
        browser.forget();
        browser.open("/");
        browser.requests();
    }

    @AfterAll
    static void stop() {
        if (browser != null) {
            browser.close();
        }
        server.close();
        store.close();
    }

    static List<Map.Entry<String, String>> pages() {
        String segment = encode(run.panel().index().id(0).value());
        Map<String, String> pages = new TreeMap<>();
        pages.put("overview", "/");
        pages.put("segments", "/segments");
        pages.put("segments-panel", "/segments?open=" + segment);
        pages.put("segment", "/segment?id=" + segment);
        pages.put("watchlist", "/watchlist");
        pages.put("growth", "/growth");
        pages.put("actions", "/actions");
        pages.put("accuracy", "/accuracy");
        pages.put("fx", "/fx");
        pages.put("alike", "/alike");
        pages.put("monitoring", "/monitoring?status=all");
        pages.put("scenarios", "/scenarios");
        pages.put("runs", "/runs");
        run.alerts().stream()
                .filter(alert -> alert.level().equals("segment"))
                .findFirst()
                .ifPresent(alert -> {
                    pages.put("watchlist-panel", "/watchlist?open=" + encode(alert.id()));
                    pages.put(
                            "segment-alert",
                            "/segment?id=" + encode(alert.segment().value()));
                });
        run.actions().stream()
                .filter(action -> action.isPlanned())
                .findFirst()
                .ifPresent(action -> pages.put("actions-panel", "/actions?open=" + encode(action.id())));
        return List.copyOf(pages.entrySet());
    }

    /** One visit for all that every page has to keep: a visit costs a second. */
    @ParameterizedTest
    @MethodSource("pages")
    void pageRendersAsksNobodyElseTellsWhatItsFiguresAreAndIsForEverybody(Map.Entry<String, String> page) {
        String name = page.getKey();
        browser.follow(page.getValue());

        assertTrue(browser.find("main").getText().length() > 100, name);
        assertEquals(List.of(), foreignWords(), name);
        assertEquals(List.of(), figuresWithoutMeaning(), name);
        browser.picture(name);
        assertEquals(List.of(), browser.accessibilityViolations(), name + " light");

        browser.scheme("dark");
        browser.settle();
        assertEquals(List.of(), browser.contrastViolations(), name + " dark");
        browser.picture(name + "-dark");

        browser.scheme("light");
        browser.size(375, 812);
        browser.settle();
        assertEquals(List.of(), browser.widerThan(375), name);
        browser.picture(name + "-phone");
        browser.size(1440, 900);

        aFigureTellsItsUnitAndRun(name);
        assertEquals(List.of(), browser.complaints(), name);
        for (String request : browser.requests()) {
            assertTrue(
                    request.startsWith(browser.base()) || request.startsWith("data:") || request.startsWith("blob:"),
                    request);
        }
    }

    private static void aFigureTellsItsUnitAndRun(String name) {
        browser.script("[...document.querySelectorAll('main .about')].at(-1).click()");
        browser.find(".popover");
        String text = browser.script("return document.querySelector('.popover').textContent")
                .toString();
        assertTrue(text.contains(run.manifest().runId()) && text.contains("단위"), name + ": " + text);
        browser.script("document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }))");
    }

    /** Cards that show figures, and columns of figures, without a way to ask what they are. */
    private static List<?> figuresWithoutMeaning() {
        return (List<?>) browser.script("""
                const asks = element => element.querySelector('.about') !== null;
                const cards = [...document.querySelectorAll('main .card')].filter(e => /\\d/.test(e.innerText) && !asks(e) && !e.closest('.kpi-cell'));
                const columns = [...document.querySelectorAll('main th.number')].filter(e => !asks(e) && !asks(e.closest('.card, section')));
                return [...cards, ...columns].map(e => e.innerText.slice(0, 60));
                """);
    }

    /** English words on a Korean page, but for names, abbreviations and what the bank's own files say. */
    private static List<?> foreignWords() {
        return (List<?>) browser.script("""
                const known = /^(WAPE|MASE|Excel|Segment|Radar|LightGBM|Java|Linux|amd64|aarch64|imbank|sample|silhouette|adjusted|Rand|radar|models|challenge|list|serve|Diebold|Mariano|Wasserstein|Enter|FILE)$/;
                const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                const found = new Set();
                while (texts.nextNode()) {
                  if (!texts.currentNode.parentElement.closest('.mono')) {
                    (texts.currentNode.data.match(/[A-Za-z]{4,}/g) ?? []).filter(word => !known.test(word)).forEach(word => found.add(word));
                  }
                }
                return [...found];
                """);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
