package io.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends, byte for byte. */
class RawRequestIT {

    private static EdgeFixture edge;

    @BeforeAll
    static void start() {
        edge = EdgeFixture.start();
    }

    @AfterAll
    static void stop() {
        edge.close();
    }

    @Test
    void thereIsExactlyOneHost() {
        assertProblem(exchange("GET /v1/payments HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
        assertProblem(exchange("GET /v1/payments HTTP/1.1\r\nHost: a\r\nHost: b\r\nConnection: close\r\n\r\n"), 400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/payments/%2f",
                "/v1/payments;x=1",
                "/v1/%0d%0a",
                "//v1/payments",
                "/v1/../v1/payments",
                "/v1/./payments",
                "http://elsewhere.example/v1/payments"
            })
    void targetsArePlainPaths(String target) {
        assertProblem(exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"), 400);
    }

    @Test
    void requestLinesAreBounded() {
        String target = "/v1/payments?x=" + "y".repeat(5000);
        assertProblem(exchange("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
    }

    @Test
    void nonsenseIsAnsweredWithAProblem() {
        assertProblem(exchange("NONSENSE\r\n\r\n"), 400);
    }

    @Test
    void aTricklingBodyIsCutOff() {
        String head =
                "POST /v1/payments HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 50\r\n\r\n{";
        assertThat(exchange(head)).contains("408").contains("request_timeout");
    }

    private static void assertProblem(String response, int status) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"code\":");
    }

    private static String exchange(String request) {
        return edge.raw(request);
    }
}
