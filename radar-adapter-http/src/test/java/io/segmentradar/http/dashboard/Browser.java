package io.segmentradar.http.dashboard;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.Keys;
import org.openqa.selenium.NoSuchElementException;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/** A real headless Chromium on one server. Tests that need it are skipped where none is installed. */
public final class Browser implements AutoCloseable {
    private static final List<String> BROWSERS = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser");
    private static final List<String> DRIVERS =
            List.of("/usr/bin/chromedriver", "/usr/lib/chromium-browser/chromedriver");
    private static final Path PICTURES = Path.of("target", "pictures");
    /** Rows and entries beyond the first are made by the same code and would be judged the same, many times over. */
    private static final String LOOKED_AT =
            "{ exclude: [['tbody tr:nth-child(n+6)'], ['ul > li:nth-child(n+16)'], ['option:nth-child(n+4)']] }";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ChromeDriver driver;
    private final Path profile;
    private final String base;

    private Browser(ChromeDriver driver, Path profile, String base) {
        this.driver = driver;
        this.profile = profile;
        this.base = base;
    }

    public static Browser openOrSkip(int port) {
        String binary = installed(BROWSERS, "chromium");
        String driver = installed(DRIVERS, "chromium-driver");
        try {
            Path profile = Files.createTempDirectory("radar-browser");
            LoggingPreferences logs = new LoggingPreferences();
            logs.enable(LogType.BROWSER, Level.ALL);
            logs.enable(LogType.PERFORMANCE, Level.ALL);
            ChromeOptions options = new ChromeOptions();
            options.setBinary(binary);
            options.setCapability("goog:loggingPrefs", logs);
            options.setExperimentalOption("perfLoggingPrefs", Map.of("enablePage", false));
            options.addArguments(
                    "--headless",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-dev-shm-usage",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--lang=ko-KR",
                    "--force-color-profile=srgb",
                    "--user-data-dir=" + profile);
            ChromeDriverService service = new ChromeDriverService.Builder()
                    .usingDriverExecutable(Path.of(driver).toFile())
                    .usingAnyFreePort()
                    .build();
            return new Browser(new ChromeDriver(service, options), profile, "http://127.0.0.1:" + port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String installed(List<String> paths, String debianPackage) {
        List<String> found =
                paths.stream().filter(path -> Files.isExecutable(Path.of(path))).toList();
        Assumptions.assumeFalse(found.isEmpty(), "No browser here; install the package " + debianPackage);
        return found.get(0);
    }

    /** Opens an address of the server and waits until the page has its data. */
    public void open(String address) {
        driver.get(base + address);
        settle();
    }

    /** Follows an address inside the page that is open already, as a link does: nothing is loaded anew but the answers. */
    public void follow(String address) {
        script("history.pushState(null, '', arguments[0]); dispatchEvent(new PopStateEvent('popstate'))", address);
        settle();
    }

    /** Opens an address of another server of this machine, of which nothing may be known yet. */
    void visit(int port, String address) {
        driver.get("http://127.0.0.1:" + port + address);
    }

    void reload() {
        driver.navigate().refresh();
        settle();
    }

    /** Waits until nothing is loading any more and the fonts are there; the page itself looks, asking it costs more. */
    public void settle() {
        waitFor(() -> (Boolean) driver.executeAsyncScript("""
                const [patience, done] = arguments;
                const end = Date.now() + patience;
                const look = () => {
                  const settled = document.readyState === 'complete' && document.querySelector('h1, .state') !== null
                    && document.querySelectorAll('.skeleton, .stale').length === 0 && document.fonts.status === 'loaded';
                  if (settled || Date.now() > end) {
                    done(settled);
                  } else {
                    setTimeout(look, 10);
                  }
                };
                look();
                """, PATIENCE.toMillis()));
    }

    public void waitFor(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + PATIENCE.toSeconds() + " s in vain at " + address()
                        + "; the page complains: " + complaints() + "; picture: " + shot("waited-in-vain"));
            }
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
    }

    /** An element that was redrawn in between is looked for again. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (StaleElementReferenceException | NoSuchElementException e) {
            return false;
        }
    }

    /** Waits for the first element that fits a selector. */
    public WebElement find(String css) {
        waitFor(() -> !driver.findElements(By.cssSelector(css)).isEmpty());
        return driver.findElement(By.cssSelector(css));
    }

    public List<WebElement> all(String css) {
        return driver.findElements(By.cssSelector(css));
    }

    /** The first element of a kind whose text holds {@code text}. */
    public WebElement findText(String css, String text) {
        waitFor(() -> all(css).stream().anyMatch(element -> element.getText().contains(text)));
        return all(css).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    /** What an element shows; of a whole page far faster than by {@link WebElement#getText}, which asks for each node. */
    public String text(String css) {
        return (String) script("return arguments[0].innerText", find(css));
    }

    void press(CharSequence key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    void press(Keys key) {
        driver.switchTo().activeElement().sendKeys(key);
    }

    public String address() {
        return driver.getCurrentUrl().substring(base.length());
    }

    void back() {
        driver.navigate().back();
        settle();
    }

    public Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Size of the page in CSS pixels, also below what a window can have. */
    public void size(int width, int height) {
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    }

    /** What makes a page wider than the window, in words; nothing if it fits. */
    public List<String> widerThan(int width) {
        List<?> wide = (List<?>) script("""
                if (document.documentElement.scrollWidth <= arguments[0]) {
                  return [];
                }
                return [...document.querySelectorAll('body *')]
                  .filter(e => !e.closest('.rail') && e.getBoundingClientRect().right > arguments[0] + 1)
                  .map(e => [e.tagName + '.' + e.className, getComputedStyle(e).position,
                             e.offsetParent && e.offsetParent.tagName + '.' + e.offsetParent.className,
                             Math.round(e.getBoundingClientRect().right)].join(' '))
                  .slice(0, 12);
                """, width);
        return wide.stream().map(Object::toString).toList();
    }

    /** As if nobody had been here: nothing remembered, light, the size of a desk's screen. */
    public void forget() {
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", base, "storageTypes", "local_storage"));
        scheme("light");
        size(1440, 900);
    }

    /** As on paper ({@code print}) or as usual ({@code screen}). */
    public void media(String media) {
        driver.executeCdpCommand("Emulation.setEmulatedMedia", Map.of("media", media.equals("screen") ? "" : media));
    }

    /** Prefers dark or light, as the system would. */
    public void scheme(String scheme) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
    }

    /** A picture of the whole page under {@code target/pictures}, with {@code -Dpictures} only: each takes a while. */
    public void picture(String name) {
        if (System.getProperty("pictures") == null) {
            return;
        }
        long height = (Long) script("return Math.max(document.documentElement.scrollHeight, innerHeight)");
        long width = (Long) script("return innerWidth");
        size((int) width, (int) Math.min(height, 4000));
        settle();
        shot(name);
        size((int) width, 900);
    }

    private Path shot(String name) {
        try {
            Files.createDirectories(PICTURES);
            return Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the page has complained about since last asked. */
    public List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Addresses asked for since last asked, on whichever host. */
    public List<String> requests() {
        List<String> urls = new ArrayList<>();
        for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
            String message = entry.getMessage();
            int at = message.indexOf("\"method\":\"Network.requestWillBeSent\"");
            int url = message.indexOf("\"request\":", at) < 0
                    ? -1
                    : message.indexOf("\"url\":\"", message.indexOf("\"request\":", at));
            if (at >= 0 && url >= 0) {
                urls.add(message.substring(url + 7, message.indexOf('"', url + 7)));
            }
        }
        return urls;
    }

    public String base() {
        return base;
    }

    /** Serious and critical violations that axe finds on the page, in words. */
    public List<String> accessibilityViolations() {
        return violations("{ resultTypes: ['violations'] }");
    }

    /** Those that depend on the colours, which are all that differs between light and dark. */
    public List<String> contrastViolations() {
        return violations("{ resultTypes: ['violations'], runOnly: ['color-contrast'] }");
    }

    private List<String> violations(String options) {
        if (!(Boolean) script("return 'axe' in window")) {
            driver.executeScript(axe());
        }
        Object found = driver.executeAsyncScript(
                "const done = arguments[arguments.length - 1]; axe.run(" + LOOKED_AT + ", " + options + """
                ).then(result => done(result.violations
                  .filter(v => v.impact === 'serious' || v.impact === 'critical')
                  .map(v => v.id + ': ' + v.help + ' | ' + v.nodes.slice(0, 4).map(n => n.target.join(' ') + ' ' + (n.any[0]?.message ?? '')).join(' || '))));
                """);
        return ((List<?>) found).stream().map(Object::toString).toList();
    }

    private static String axe() {
        try (InputStream in = Browser.class.getResourceAsStream("/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        try (Stream<Path> files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
