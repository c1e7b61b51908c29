package io.sluice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.callback.fixture.ReceiverFixture;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What no channel sends, byte for byte. */
class LimitsIT {

    private static final String POST = "POST /callbacks/x HTTP/1.1\r\nHost: a\r\n";

    private static ReceiverFixture receiver;

    @BeforeAll
    static void start() {
        receiver = ReceiverFixture.start(1);
    }

    @AfterAll
    static void stop() {
        receiver.close();
    }

    @Test
    void requestLinesAndHeadsAreBounded() throws IOException {
        assertProblem(raw("POST /callbacks/" + "x".repeat(3000) + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
        assertProblem(raw(POST + "X-Large: " + "y".repeat(17_000) + "\r\n\r\n"), 431);
    }

    @Test
    void bodiesAreBounded() throws IOException {
        String account = "POST /callbacks/" + receiver.account + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
        assertProblem(raw(account + "Content-Length: 70000\r\n\r\n" + "x".repeat(70_000)), 413);
        String chunk = Integer.toHexString(70_000) + "\r\n" + "x".repeat(70_000) + "\r\n0\r\n\r\n";
        assertProblem(raw(account + "Transfer-Encoding: chunked\r\n\r\n" + chunk), 413);
    }

    @Test
    void nonsenseIsAnsweredWithAProblem() throws IOException {
        assertProblem(raw("NONSENSE\r\n\r\n"), 400);
        assertProblem(raw(POST + "Content-Length: 4\r\nContent-Length: 5\r\n\r\nabcd"), 400);
    }

    @Test
    void whatTricklesIsCutOff() throws IOException {
        String account = "POST /callbacks/" + receiver.account + " HTTP/1.1\r\nHost: a\r\n";
        assertProblem(raw(account + "Content-Length: 50\r\n\r\n{"), 408);
        assertThat(trickled(account + "X-Slow: ")).startsWith("HTTP/1.1 408");
    }

    private static void assertProblem(String response, int status) {
        assertThat(response)
                .startsWith("HTTP/1.1 " + status)
                .contains("application/problem+json")
                .contains("\"code\":");
    }

    /** Sends it all and reads until the server closes. */
    private static String raw(String bytes) throws IOException {
        try (Socket socket = connect()) {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Sends a byte now and then until the server has enough of it. */
    private static String trickled(String head) throws IOException {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            for (int i = 0; i < 100 && socket.getInputStream().available() == 0; i++) {
                out.write('x');
                LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
            }
            byte[] answer = new byte[socket.getInputStream().available()];
            int read = socket.getInputStream().read(answer);
            return new String(answer, 0, Math.max(0, read), StandardCharsets.UTF_8);
        }
    }

    private static Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), receiver.port());
        socket.setSoTimeout(20_000);
        return socket;
    }
}
