package io.sluice.perf;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Gatling runs a scenario for two seconds against a gateway that grants, or refuses, whatever it is asked. */
class SteadyIT {
    private final Set<String> signatures = ConcurrentHashMap.newKeySet();
    private HttpServer gateway;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws IOException {
        gateway = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        gateway.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        gateway.start();
        Files.writeString(folder.resolve("keys"), "key_1 MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\n");
    }

    @AfterEach
    void end() {
        gateway.stop(0);
    }

    @Test
    void succeedsWhenEveryPaymentIsGranted() throws Exception {
        answer(201);

        assertThat(gatling()).isZero();

        assertThat(signatures).hasSizeGreaterThan(10).allMatch(one -> one.matches("sluice=:[A-Za-z0-9+/]{43}=:"));
        assertThat(folder).isDirectoryRecursivelyContaining("glob:**/index.html");
    }

    @Test
    void failsWhenPaymentsAreRefused() throws Exception {
        answer(503);

        assertThat(gatling()).isNotZero();
    }

    private void answer(int status) {
        gateway.createContext("/v1/payments", exchange -> answer(exchange, status));
    }

    private void answer(HttpExchange exchange, int status) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            signatures.add(exchange.getRequestHeaders().getFirst("Signature"));
            exchange.sendResponseHeaders(status, -1);
        }
    }

    private int gatling() throws IOException, InterruptedException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dload.edge=http://127.0.0.1:" + gateway.getAddress().getPort(),
                        "-Dload.keys=" + folder.resolve("keys"),
                        "-Dload.findings=" + folder.resolve("findings.jsonl"),
                        "-Dload.rate=10",
                        "-Dload.seconds=2",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "io.gatling.app.Gatling",
                        "-s",
                        "io.sluice.perf.Steady",
                        "-rf",
                        folder.toString())
                .inheritIO()
                .start()
                .waitFor();
    }
}
