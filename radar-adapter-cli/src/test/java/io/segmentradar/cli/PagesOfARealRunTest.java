package io.segmentradar.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.segmentradar.core.run.RadarRun;
import io.segmentradar.http.dashboard.BrowsedStore;
import io.segmentradar.http.dashboard.Browser;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page in a real browser, on the stored result of a run of the main job. */
class PagesOfARealRunTest {
    @TempDir
    static Path data;

    private static BrowsedStore browsed;
    private static Browser browser;
    private static RadarRun run;

    @BeforeAll
    static void start() {
        browsed = BrowsedStore.openOrSkip(SampleRun.data(data));
        run = browsed.latest();
        browser = browsed.browser();
        browser.forget();
        browser.open("/");
        browser.requests();
    }

    @AfterAll
    static void stop() {
        if (browsed != null) {
            browsed.close();
        }
    }

    static List<Map.Entry<String, String>> pages() {
        Map<String, String> pages = browsed.pages();
        pages.put("monitoring", "/monitoring?status=all");
        return List.copyOf(pages.entrySet());
    }

    /** One visit for all that every page has to keep: a visit costs a second. */
    @ParameterizedTest
    @MethodSource("pages")
    void pageRendersAsksNobodyElseTellsWhatItsFiguresAreAndIsForEverybody(Map.Entry<String, String> page) {
        String name = page.getKey();
        browser.follow(page.getValue());

        assertTrue(browser.text("main").length() > 100, name);
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

    @Test
    void aScenarioGoesOnWhileThePageIsReadAnewAndItsAnswerStaysAtItsAddress() {
        browser.follow("/scenarios");
        browser.find("main form button.primary").click();
        browser.waitFor(() -> browser.address().contains("job="));
        browser.open(browser.address());
        browser.waitFor(() -> browser.text("main").contains("은행 전체, 3개월 뒤"));

        assertEquals("-20", browser.script("return document.querySelector('[name=shock]').value"), "as it was asked");
        assertTrue(browser.text("[aria-label='최근 시나리오']").contains("−20%"));
        assertEquals(List.of(), foreignWords());
        assertEquals(List.of(), figuresWithoutMeaning());
        assertEquals(List.of(), browser.accessibilityViolations());
        browser.size(375, 812);
        browser.settle();
        assertEquals(List.of(), browser.widerThan(375));
        browser.size(1440, 900);
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
                const known = /^(WAPE|MASE|CUSUM|Excel|Segment|Radar|LightGBM|Java|Linux|amd64|aarch64|imbank|sample|silhouette|adjusted|Rand|radar|models|challenge|list|serve|Diebold|Mariano|Wasserstein|Enter|FILE)$/;
                const ids = /\\b\\d{4}-\\d{2}-[0-9a-f]{8,}\\b/g;
                const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
                const found = new Set();
                while (texts.nextNode()) {
                  if (!texts.currentNode.parentElement.closest('.mono')) {
                    (texts.currentNode.data.replace(ids, '').match(/[A-Za-z]{4,}/g) ?? []).filter(word => !known.test(word)).forEach(word => found.add(word));
                  }
                }
                return [...found];
                """);
    }
}
