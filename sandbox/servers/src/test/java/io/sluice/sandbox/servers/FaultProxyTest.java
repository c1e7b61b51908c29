package io.sluice.sandbox.servers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The server behind the proxy sends every byte back. */
final class FaultProxyTest {
    private static final int PATIENCE_MS = 200;

    private final EchoServer server = new EchoServer();
    private final FaultProxy proxy = FaultProxy.to("127.0.0.1", server.port());

    private Socket client = new Socket();

    @BeforeEach
    void connect() throws IOException {
        client = connected();
        assertThat(echo(client)).isEqualTo('a');
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        proxy.close();
        server.close();
    }

    @Test
    void cutResetsConnectionsAndLetsNewOnesPass() throws IOException {
        proxy.cut();
        assertThatIOException().isThrownBy(() -> echo(client));
        try (var next = connected()) {
            assertThat(echo(next)).isEqualTo('a');
        }
    }

    @Test
    void refusesUntilHealed() throws IOException {
        proxy.refuse();
        assertThatIOException().isThrownBy(this::connected);
        proxy.heal();
        try (var next = connected()) {
            assertThat(echo(next)).isEqualTo('a');
        }
    }

    @Test
    void stalledBytesArriveWhenHealed() throws IOException {
        proxy.stall();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echo(client));
        proxy.heal();
        assertThat(client.getInputStream().read()).isEqualTo('a');
    }

    @Test
    void halfOpenConnectionsNeverAnswerAgain() throws IOException {
        proxy.halfOpen();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echo(client));
        proxy.heal();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echo(client));
        try (var next = connected()) {
            assertThat(echo(next)).isEqualTo('a');
        }
    }

    @Test
    void lostAnswersWereRequestsThatTheServerGot() throws IOException {
        proxy.loseAnswers();
        int before = server.bytes();
        assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> echo(client));
        assertThat(server.bytes()).isEqualTo(before + 1);
        proxy.heal();
        assertThatIOException().isThrownBy(() -> echo(client)).isNotInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void delaysBothWays() throws IOException {
        proxy.delay(Duration.ofMillis(60));
        long start = System.nanoTime();
        assertThat(echo(client)).isEqualTo('a');
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(120));
    }

    @Test
    void forgetsConnectionsThatEnded() throws IOException {
        assertThat(proxy.connections()).isEqualTo(1);
        client.close();
        assertThat(Waiting.until(Duration.ofSeconds(30), () -> proxy.connections() == 0))
                .isTrue();
    }

    private Socket connected() throws IOException {
        var socket = new Socket(proxy.host(), proxy.port());
        socket.setSoTimeout(PATIENCE_MS);
        return socket;
    }

    /** Sends a byte and returns what comes back; the end of the stream is an error like a reset. */
    private static int echo(Socket socket) throws IOException {
        socket.getOutputStream().write('a');
        int answer = socket.getInputStream().read();
        if (answer < 0) {
            throw new IOException("closed");
        }
        return answer;
    }
}
