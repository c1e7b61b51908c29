package io.sluice.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no well-behaved client sends, byte for byte. */
@ExtendWith(NoServerErrors.class)
class RawRequestIT {

    private static final EdgeFixture EDGE = EdgeFixture.shared();
    private static final String CLOSE = "Host: a\r\nConnection: close\r\n";

    @Test
    void thereIsExactlyOneHost() {
        assertProblem(EDGE.raw("GET /v1/payments HTTP/1.1\r\nConnection: close\r\n\r\n"), 400);
        assertProblem(EDGE.raw("GET /v1/payments HTTP/1.1\r\nHost: b\r\n" + CLOSE + "\r\n"), 400);
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
                "http://elsewhere.example/v1/payments",
                "*",
                "/v1/payments?x=^",
                "/docs?x=|",
            })
    void targetsArePlainPaths(String target) {
        assertProblem(EDGE.raw("GET " + target + " HTTP/1.1\r\n" + CLOSE + "\r\n"), 400);
    }

    @Test
    void requestLinesAndHeadsAreBounded() {
        String target = "/v1/payments?x=" + "y".repeat(5000);
        assertProblem(EDGE.raw("GET " + target + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
        String head = "X-Large: " + "y".repeat(17_000) + "\r\n";
        assertProblem(EDGE.raw("GET /v1/payments HTTP/1.1\r\nHost: a\r\n" + head + "\r\n"), 431);
    }

    @Test
    void nonsenseIsAnsweredWithAProblem() {
        assertProblem(EDGE.raw("NONSENSE\r\n\r\n"), 400);
        assertProblem(EDGE.raw("GET /docs HTTP/1.1\r\nHost : a\r\n\r\n"), 400);
    }

    @Test
    void thereIsOneWayToTellABodysLength() {
        String post = "POST /v1/payments HTTP/1.1\r\nHost: a\r\n";
        String smuggled = "GET /docs HTTP/1.1\r\n" + CLOSE + "\r\n";
        assertProblem(
                EDGE.raw(post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + smuggled), 400);
        assertProblem(EDGE.raw(post + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd" + smuggled), 400);
        assertProblem(EDGE.raw(post + "Content-Length: +4\r\n\r\nabcd" + smuggled), 400);
    }

    @Test
    void aBodyIsBoundedHoweverItComes() {
        String chunk = Integer.toHexString(70_000) + "\r\n" + "x".repeat(70_000) + "\r\n0\r\n\r\n";
        assertProblem(
                EDGE.raw("POST /v1/payments HTTP/1.1\r\n" + CLOSE + "Transfer-Encoding: chunked\r\n\r\n" + chunk), 413);
        assertProblem(EDGE.raw("POST /v1/payments HTTP/1.1\r\n" + CLOSE + "Content-Length: 70000\r\n\r\n"), 413);
    }

    @Test
    void aBodyIsAskedForOnlyWhenItIsWanted() {
        String expect = "POST /v1/payments HTTP/1.1\r\n" + CLOSE + "Expect: 100-continue\r\n";
        assertThat(EDGE.raw(expect + "Content-Length: 2\r\n\r\n{}"))
                .startsWith("HTTP/1.1 100")
                .contains("HTTP/1.1 401");
        assertProblem(EDGE.raw(expect + "Content-Length: 70000\r\n\r\n"), 413);
    }

    @Test
    void whatTricklesIsCutOff() {
        String post = "POST /v1/payments HTTP/1.1\r\nHost: a\r\nContent-Length: 50\r\n\r\n{";
        assertProblem(EDGE.raw(post), 408);
        assertThat(trickled("GET /docs HTTP/1.1\r\nHost: a\r\nX-Slow: ")).startsWith("HTTP/1.1 408");
    }

    @Test
    void olderAndOtherRequestsAreAnswered() {
        assertThat(EDGE.raw("GET /openapi.yaml HTTP/1.0\r\nHost: a\r\n\r\n")).startsWith("HTTP/1.");
        assertThat(EDGE.raw("HEAD /openapi.yaml HTTP/1.1\r\n" + CLOSE + "\r\n"))
                .startsWith("HTTP/1.1 405")
                .contains("Allow: GET");
        assertProblem(EDGE.raw("OPTIONS /v1/payments HTTP/1.1\r\n" + CLOSE + "\r\n"), 405);
        assertProblem(EDGE.raw("BREW /v1/payments HTTP/1.1\r\n" + CLOSE + "\r\n"), 405);
    }

    @Test
    void pipelinedRequestsAreAnsweredInTheirOrder() {
        String first = "GET /v1/payments HTTP/1.1\r\nHost: a\r\n\r\n";
        String second = "GET /nothing HTTP/1.1\r\nHost: a\r\n\r\n";
        String last = "GET /v1/../x HTTP/1.1\r\n" + CLOSE + "\r\n";
        String answers = EDGE.raw(first + second + last);
        assertThat(answers.indexOf("signature_missing")).isPositive().isLessThan(answers.indexOf("not_found"));
        assertThat(answers.indexOf("not_found")).isPositive().isLessThan(answers.indexOf("path_invalid"));
    }

    private static void assertProblem(String response, int status) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"code\":");
        assertThat(response.split("HTTP/1.1 \\d", -1)).as("one answer").hasSize(2);
    }

    /** Sends a byte now and then until the server has enough of it. */
    private static String trickled(String head) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), EDGE.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
                out.write('x');
                out.flush();
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
            byte[] answer = new byte[socket.getInputStream().available()];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "closed without an answer: " + e.getMessage();
        }
    }
}
