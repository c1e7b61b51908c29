package io.sluice.sandbox.simulators.browser;

import io.sluice.sandbox.simulators.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A real browser of this machine without a window, driven over its DevTools protocol; nothing is downloaded for it. */
final class Chromium implements AutoCloseable {
    private static final String SAYS_WHERE = "DevTools listening on ";
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    private final Process process;
    private final Path profile;
    private final DevTools devTools;

    private Chromium(Path executable) throws IOException, InterruptedException {
        profile = Files.createTempDirectory("sluice-browser");
        process = new ProcessBuilder(
                        executable.toString(),
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--no-first-run",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        devTools = new DevTools(firstPage(address(process)));
    }

    /** What {@code SLUICE_BROWSER} names, or the first of the usual names on the path. */
    static Optional<Path> installed() {
        Stream<Path> named = Stream.ofNullable(System.getenv("SLUICE_BROWSER")).map(Path::of);
        Stream<Path> usual = Pattern.compile(":")
                .splitAsStream(System.getenv().getOrDefault("PATH", ""))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)));
        return Stream.concat(named, usual).filter(Files::isExecutable).findFirst();
    }

    static Chromium start(Path executable) {
        try {
            return new Chromium(executable);
        } catch (IOException failed) {
            throw new AssertionError("The browser " + executable + " cannot be driven", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** {@code ws://127.0.0.1:PORT/devtools/browser/…}, of which the port matters. */
    private static URI address(Process process) throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(SAYS_WHERE)) {
                Thread.ofVirtual().start(() -> said.lines().forEach(ignored -> {}));
                return URI.create(line.substring(SAYS_WHERE.length()).strip());
            }
        }
        throw new IOException("It ended without saying where it listens");
    }

    private static URI firstPage(URI browser) throws IOException, InterruptedException {
        URI list = URI.create("http://127.0.0.1:" + browser.getPort() + "/json/list");
        var answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString());
        return Json.MAPPER
                .readTree(answer.body())
                .valueStream()
                .filter(target -> target.path("type").asString("").equals("page"))
                .map(target -> URI.create(target.path("webSocketDebuggerUrl").asString()))
                .findFirst()
                .orElseThrow(() -> new IOException("It has no page: " + answer.body()));
    }

    Tab tab() {
        return new Tab(devTools);
    }

    @Override
    public void close() {
        devTools.close();
        process.destroy();
        process.onExit().join();
        try (var files = Files.walk(profile)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException left) {
            profile.toFile().deleteOnExit();
        }
    }
}
