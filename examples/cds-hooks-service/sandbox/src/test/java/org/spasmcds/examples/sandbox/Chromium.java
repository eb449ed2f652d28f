package org.spasmcds.examples.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.ExpectedConditions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The installed Chromium without a window. It keeps what pages send and receive. */
final class Chromium implements AutoCloseable {

    /**
     * A call that a page made.
     *
     * @param status 0 when it was not let through
     */
    record Call(String method, String url, String authorization, String sent, int status, String received) {}

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final File CHROMIUM = new File("/usr/bin/chromium");
    private static final File DRIVER = new File("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final String RECORDER = """
            (() => {
              const calls = window.__calls = [];
              const proto = XMLHttpRequest.prototype;
              const open = proto.open, send = proto.send, header = proto.setRequestHeader;
              proto.open = function (method, url, ...rest) {
                this.__call = {method, url: String(url), authorization: '', sent: '', status: 0, received: ''};
                return open.call(this, method, url, ...rest);
              };
              proto.setRequestHeader = function (name, value) {
                if (name.toLowerCase() === 'authorization') this.__call.authorization = value;
                return header.call(this, name, value);
              };
              proto.send = function (body) {
                this.__call.sent = body ? String(body) : '';
                this.addEventListener('loadend', () => {
                  this.__call.status = this.status;
                  this.__call.received = this.responseText;
                  calls.push(this.__call);
                });
                return send.call(this, body);
              };
            })();
            """;

    private final ChromeDriver driver;

    Chromium() throws IOException {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM);
        options.setAcceptInsecureCerts(true);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                // The sandbox also asks for the services of its own site; this test must not depend on them.
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost",
                "--window-size=1500,1000",
                "--user-data-dir=" + Files.createTempDirectory("chromium"));
        driver = new ChromeDriver(
                new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build(), options);
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", RECORDER));
    }

    static boolean isInstalled() {
        return CHROMIUM.canExecute() && DRIVER.canExecute();
    }

    void open(String url) {
        driver.get(url);
    }

    WebElement find(By by) {
        return new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.visibilityOfElementLocated(by));
    }

    void click(By by) {
        WebElement element = new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.elementToBeClickable(by));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        element.click();
    }

    /** Text in one piece: the sandbox loses keys that are pressed faster than it redraws. */
    void paste(By by, String text) {
        click(by);
        driver.executeCdpCommand("Input.insertText", Map.of("text", text));
    }

    void waitUntilGone(By by) {
        new WebDriverWait(driver, PATIENCE).until(ExpectedConditions.invisibilityOfElementLocated(by));
    }

    List<WebElement> all(By by) {
        return driver.findElements(by);
    }

    /** What the page called since it was opened, at an address that starts so; waits until there are as many. */
    List<Call> calls(String method, String start, int atLeast) {
        return new WebDriverWait(driver, PATIENCE).until(any -> {
            List<Call> calls = calls(method, start);
            return calls.size() >= atLeast ? calls : null;
        });
    }

    private List<Call> calls(String method, String start) {
        List<Call> calls = new ArrayList<>();
        try {
            for (JsonNode call :
                    MAPPER.readTree((String) driver.executeScript("return JSON.stringify(window.__calls || [])"))) {
                if (call.get("url").asText().startsWith(start)
                        && call.get("method").asText().equalsIgnoreCase(method)) {
                    calls.add(MAPPER.treeToValue(call, Call.class));
                }
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
        return calls;
    }

    /** A picture of the whole page. */
    void picture(Path file) throws IOException {
        // The bar at the top would otherwise stand where the page was scrolled to.
        driver.executeScript("window.scrollTo(0, 0)");
        Map<String, Object> shot = driver.executeCdpCommand(
                "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
        Files.createDirectories(file.getParent());
        Files.write(file, Base64.getDecoder().decode((String) shot.get("data")));
    }

    /** What the page shows, for a message when something is not found. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    @Override
    public void close() {
        driver.quit();
    }
}
