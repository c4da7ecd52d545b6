package io.segmentradar.http.dashboard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.segmentradar.core.run.RadarRuns;
import io.segmentradar.http.ApiClient;
import io.segmentradar.http.HttpSettings;
import io.segmentradar.http.RadarHttpServer;
import io.segmentradar.http.access.AccessControl;
import io.segmentradar.http.access.KeyHash;
import io.segmentradar.http.api.FrontPage;
import io.segmentradar.http.api.RadarServices;
import io.segmentradar.store.JdbcRadarStore;
import io.segmentradar.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The pages in a real browser, on a real server over two stored runs. */
class DashboardBrowserTest {
    @TempDir
    static Path folder;

    private static BrowsedStore browsed;
    private static ApiClient api;
    private static Browser browser;

    @BeforeAll
    static void start() {
        Path data = folder.resolve("data");
        try (JdbcRadarStore empty = JdbcRadarStore.open(StoreSettings.embedded(data))) {
            empty.save(RadarRuns.run(4, YearMonth.of(2024, 11)));
            empty.save(RadarRuns.run(4, YearMonth.of(2024, 12)));
        }
        browsed = BrowsedStore.openOrSkip(data);
        api = new ApiClient(browsed.server());
        browser = browsed.browser();
    }

    @AfterAll
    static void stop() {
        if (browsed != null) {
            browsed.close();
        }
    }

    @BeforeEach
    void freshBrowser() {
        browser.forget();
        browser.complaints();
        browser.requests();
    }

    /** All pages on made-up data, with names and gaps that a real run seldom has; a run of the command line shows the rest. */
    @Test
    void everyPageRendersWithoutComplaintInBothLanguages() {
        for (String language : List.of("ko", "en")) {
            browser.open("/?lang=" + language);
            for (Map.Entry<String, String> page : browsed.pages().entrySet()) {
                browser.follow(page.getValue());
                assertTrue(browser.text("main").length() > 100, page.getKey());
                assertEquals(List.of(), browser.complaints(), page.getKey() + " " + language);
            }
        }
    }

    @Test
    void twoRunsSideBySideShowTheirOwnTotalsAndWhatBecameOfTheAlerts() throws Exception {
        JsonNode runs = api.json("/api/runs/").get("runs");
        String newer = runs.at("/0/run_id").asText();
        String older = runs.at("/1/run_id").asText();
        browser.open("/runs?show=" + newer + "&against=" + older);

        WebElement diff = browser.find("section[aria-label='두 실행 비교']");
        browser.waitFor(() -> diff.findElements(By.cssSelector("table")).size() == 1);
        assertEquals(
                List.of("2024-11", "2024-12"),
                diff.findElements(By.cssSelector("thead th.number")).stream()
                        .map(WebElement::getText)
                        .filter(text -> text.startsWith("20"))
                        .toList());
        for (int side = 0; side < 2; side++) {
            double deposits = api.json("/api/overview/?run=" + (side == 0 ? older : newer))
                    .at("/kpis/deposits/value")
                    .asDouble();
            String full = diff.findElements(By.cssSelector("tbody tr:first-child td span[title]"))
                    .get(side)
                    .getDomAttribute("title");
            assertEquals(
                    deposits,
                    Double.parseDouble(full.substring(full.indexOf('(') + 1).replaceAll("[^0-9.]", "")),
                    0.006,
                    full);
        }
        int had = api.json("/api/watchlist/?run=" + older).get("total_count").asInt();
        int has = api.json("/api/watchlist/?run=" + newer).get("total_count").asInt();
        int gone = countIn(diff, "끝난 알림");
        int fresh = countIn(diff, "새 알림");
        assertEquals(has - fresh, had - gone);
    }

    private static int countIn(WebElement diff, String heading) {
        return diff.findElements(By.cssSelector("h3")).stream()
                .map(WebElement::getText)
                .filter(text -> text.startsWith(heading))
                .map(text -> Integer.parseInt(text.replaceAll("[^0-9]", "")))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void koreanGlyphsComeFromTheBundledFont() {
        browser.open("/");

        assertEquals(true, browser.script("return document.fonts.check('14px \"Radar Sans\"', '이번 달 무엇이 달라졌나')"));
        String widths = """
                const context = document.createElement('canvas').getContext('2d');
                const width = (font, text) => { context.font = font; return context.measureText(text).width; };
                return [width('40px "Radar Sans"', '예금'), width('40px "Radar Sans"', '\\u{F8FF}\\u{F8FF}'), [...document.fonts].filter(f => f.status === 'loaded').length];
                """;
        List<?> measured = (List<?>) browser.script(widths);
        assertTrue(((Number) measured.get(2)).intValue() >= 2, measured.toString());
        assertNotEquals(measured.get(0), measured.get(1));
    }

    @Test
    void whatTheFrontPageAsksHasBeenAnsweredBeforehand() {
        List<String> made = FrontPage.addresses(browsed.latest());
        browser.open("/");

        List<String> asked = browser.requests().stream()
                .filter(url -> url.startsWith(browser.base() + "/api/"))
                .map(url -> url.substring(browser.base().length()))
                .filter(url -> !url.equals("/api/runs/"))
                .toList();
        assertTrue(asked.size() > 5 && made.containsAll(asked), () -> asked + " but made are " + made);
    }

    @Test
    void numbersOnTheFrontPageAreThoseOfTheApi() throws Exception {
        JsonNode kpis = api.json("/api/overview/").get("kpis");
        browser.open("/");

        for (String kpi : List.of("deposits", "loans", "card_spend")) {
            double value = kpis.get(kpi).get("value").asDouble();
            String label = api.json("/api/filters/").get("kpis").findParents("id").stream()
                    .filter(node -> node.get("id").asText().equals(kpi))
                    .findFirst()
                    .orElseThrow()
                    .at("/label/ko")
                    .asText();
            String title =
                    browser.find(".kpi[aria-label='" + label + "'] .kpi-value").getDomAttribute("title");
            String exact = title.substring(title.indexOf('(') + 1).replaceAll("[^0-9.]", "");
            assertEquals(value, Double.parseDouble(exact), 0.006, label + " " + title);
        }
    }

    @Test
    void filtersChangeTheTableAndTheAddressAndBackUndoesThem() throws Exception {
        browser.open("/watchlist");
        int before = rows();
        JsonNode critical =
                api.json("/api/watchlist/?severity=CRITICAL&limit=200").get("total_count");

        browser.script(
                "const s = document.querySelector('select option[value=CRITICAL]').closest('select'); s.value = 'CRITICAL';"
                        + " s.dispatchEvent(new Event('change', { bubbles: true }))");
        browser.waitFor(() -> browser.address().contains("severity=CRITICAL"));
        browser.settle();
        assertEquals(critical.asInt(), rows());
        assertTrue(rows() < before);

        browser.back();
        browser.waitFor(() -> rows() == before);
        assertTrue(!browser.address().contains("severity"));
    }

    @Test
    void segmentsAreSearchedSortedAndOpenedBesideTheList() throws Exception {
        browser.open("/segments?province=" + ApiClient.encode("서울"));
        int seoul = api.json("/api/segments/?province=" + ApiClient.encode("서울"))
                .get("total_count")
                .asInt();
        browser.waitFor(() -> rows() == Math.min(seoul, 200));

        browser.findText("th button", "대출총잔액").click();
        browser.waitFor(() -> browser.address().contains("sort=loans"));
        browser.settle();
        String industry = api.json("/api/segments/?sort_by=loans&province=" + ApiClient.encode("서울"))
                .at("/segments/0/industry")
                .asText();
        WebElement row = browser.find("tbody tr");
        assertTrue(row.getText().startsWith(industry), row.getText());

        row.findElement(By.cssSelector("td:nth-child(4)")).click();
        browser.find("aside.panel");
        assertTrue(browser.address().contains("open="));
        browser.press(Keys.ESCAPE);
        browser.waitFor(() -> browser.all("aside.panel").isEmpty());
    }

    @Test
    void anAcknowledgedAlertSurvivesAReloadAndIsTheServersOwn() throws Exception {
        JsonNode alert =
                api.json("/api/watchlist/?level=segment&status=NEW&limit=1").at("/alerts/0");
        String id = alert.get("alert_id").asText();
        browser.open("/watchlist?open=" + ApiClient.encode(id));
        browser.find("aside.panel textarea").sendKeys("고객과 통화함");
        browser.find("aside.panel .buttons .primary").click();
        browser.waitFor(() -> browser.find("aside.panel .status").getText().contains("확인"));

        browser.reload();

        browser.waitFor(() -> browser.find("aside.panel .status").getText().contains("확인"));
        browser.findText("aside.panel .events li", "고객과 통화함");
        JsonNode kept = api.json("/api/alerts/" + ApiClient.encode(id) + "/");
        assertEquals("ACKNOWLEDGED", kept.at("/case/status").asText());
        assertEquals("고객과 통화함", kept.at("/case_history/0/note").asText());
    }

    @Test
    void aConflictIsSaidAndWhatWasTypedStays() throws Exception {
        JsonNode alert =
                api.json("/api/watchlist/?level=segment&status=NEW&limit=2").at("/alerts/1");
        String id = alert.get("alert_id").asText();
        browser.open("/watchlist?open=" + ApiClient.encode(id));
        browser.find("aside.panel textarea").sendKeys("내 메모");
        assertEquals(
                200,
                api.post("/api/alerts/" + ApiClient.encode(id) + "/case", "{\"version\":0,\"status\":\"IN_PROGRESS\"}")
                        .statusCode());

        browser.find("aside.panel .buttons .primary").click();

        assertTrue(browser.find("aside.panel .state.bad").getText().contains("다른 사람이 먼저"));
        assertEquals("내 메모", browser.find("aside.panel textarea").getDomProperty("value"));
    }

    @Test
    void fromTheFrontPageToCauseAndCallIsTwoClicksAtMost() {
        browser.open("/");
        browser.findText(".stories strong a", "업종").click();
        browser.settle();

        String page = browser.text("main");
        assertTrue(page.contains("왜 달라졌나") || page.contains("예측에서 실적까지"), page);
        assertTrue(page.contains("누가 무엇을"), page);
    }

    @Test
    void keysSearchWalkAndLeave() {
        browser.open("/watchlist");
        browser.press("j");
        browser.find("aside.panel");
        String first = browser.address();
        browser.press("j");
        browser.waitFor(() -> !browser.address().equals(first));
        browser.press(Keys.ESCAPE);
        browser.waitFor(() -> browser.all("aside.panel").isEmpty());
        browser.press("/");
        browser.press("서울");
        browser.find(".search-results [role=option]");
        browser.press(Keys.ENTER);
        browser.waitFor(() -> browser.address().startsWith("/segment?id="));
    }

    @Test
    void englishAndTheChosenThemeAreRemembered() {
        browser.open("/");
        browser.find(".bar button[lang=en]").click();
        browser.findText("h1", "What has changed this month?");
        browser.reload();
        browser.findText("h1", "What has changed this month?");
        browser.picture("overview-english");
        assertEquals(List.of(), browser.complaints());
    }

    @Test
    void everyChartHasItsNumbersAsATable() {
        browser.open("/");
        int charts = browser.all(".drawing").size();
        assertTrue(charts >= 3);
        browser.script("document.querySelectorAll('[aria-label=\"표로 보기\"]').forEach(button => button.click())");
        browser.waitFor(() -> browser.all(".drawing").isEmpty());
        browser.picture("overview-tables");
    }

    @Test
    void anEarlierRunIsShownByItsAddressAndSaysSo() throws Exception {
        String older = api.json("/api/runs/").at("/runs/1/run_id").asText();
        browser.open("/?run=" + older);

        assertTrue(browser.find(".stale-note").isDisplayed());
        assertTrue(browser.find(".page-head").getText().contains("2024년 11월"));
        browser.find(".rail a[href*='/watchlist']").click();
        browser.settle();
        assertTrue(browser.address().contains("run=" + older));
    }

    @Test
    void aServerWithKeysAsksForOneRefusesAWrongOneAndLetsTheRightOneIn() throws Exception {
        String key = AccessControl.newKey("vera");
        Path auth = Files.writeString(
                folder.resolve("auth.yaml"),
                "keys:\n  - {name: vera, role: viewer, hash: '" + KeyHash.of(key, KeyHash.FEWEST_ITERATIONS) + "'}\n");
        try (RadarHttpServer guarded = RadarHttpServer.start(
                new HttpSettings("127.0.0.1", 0, Optional.of(auth)), RadarServices.readOnly(browsed.store()))) {
            browser.visit(guarded.port(), "/");
            browser.find("dialog input[type=password]").sendKeys("wrong");
            browser.find("dialog .primary").click();
            browser.find("dialog [role=alert]");
            browser.find("dialog input[type=password]").clear();
            browser.find("dialog input[type=password]").sendKeys(key);
            browser.find("dialog .primary").click();

            browser.find(".kpi-row .kpi");
            assertTrue(browser.all("dialog").isEmpty());
        }
    }

    @Test
    void whatIsPrintedHasNeitherRailNorControls() {
        browser.open("/");
        browser.media("print");

        assertEquals(
                List.of(),
                browser.script("return ['.rail', '.bar', '.tools'].filter(css => [...document.querySelectorAll(css)]"
                        + ".some(e => e.getClientRects().length > 0))"));
        assertTrue(browser.find("h1").isDisplayed());
        browser.media("screen");
    }

    @Test
    void anUnknownSegmentIsAnErrorInWordsNotAnEmptyPage() {
        browser.open("/segment?id=" + ApiClient.encode("없는|것|입니다|Y"));
        assertTrue(browser.find(".state.bad").getText().contains("불러오지 못했습니다"));
    }

    private static int rows() {
        return ((Number) browser.script(
                        "return document.querySelectorAll('.table-box.tall tbody tr:not(.spacer):not(.group)').length"))
                .intValue();
    }
}
