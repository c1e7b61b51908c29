package io.sluice.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/** A real server that may have two connections open. */
class OpenConnectionsTest {

    private static final int MOST = 2;
    private static final int SOON_MS = 10_000;
    private static final int LONG_ENOUGH_MS = 300;
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final OpenConnections connections = new OpenConnections(MOST);
    private final DisposableServer server = new ServerLimits(
                    connections,
                    Duration.ofSeconds(10),
                    4096,
                    4096,
                    new BareErrorBodies(status -> new byte[0]),
                    Duration.ofSeconds(10),
                    () -> {})
            .on(HttpServer.create().host("127.0.0.1").port(0))
            .handle((request, response) -> response.sendString(Mono.just("here")))
            .bindNow();

    @AfterEach
    void stop() {
        server.disposeNow();
    }

    @Test
    void whoComesWhenThereAreEnoughWaitsForOneToBeClosed() throws IOException {
        for (int again = 0; again < 5; again++) {
            try (Socket first = connectAndAsk();
                    Socket second = connectAndAsk()) {
                assertThat(connections.open()).isEqualTo(MOST);
                assertThat(connections.areMany()).isTrue();
                try (Socket third = connect()) {
                    third.setSoTimeout(LONG_ENOUGH_MS);
                    assertThatThrownBy(() -> ask(third)).isInstanceOf(SocketTimeoutException.class);
                    third.setSoTimeout(SOON_MS);
                    assertThat(ask(second)).isEqualTo("HTTP");
                    first.shutdownOutput();
                    assertThat(ask(third)).isEqualTo("HTTP");
                }
            }
        }
    }

    @Test
    void leavesAQuarterOfTheFilesForEverythingElse() {
        assertThat(OpenConnections.leaving(20_000)).isEqualTo(15_000);
        assertThat(OpenConnections.leaving(2)).isEqualTo(1);
        assertThat(OpenConnections.leaving(-1)).isEqualTo(Integer.MAX_VALUE);
        assertThat(OpenConnections.leaving(Long.MAX_VALUE)).isEqualTo(Integer.MAX_VALUE);
    }

    /** Connected and answered, and the server has seen by then whether it may accept another. */
    private Socket connectAndAsk() throws IOException {
        Socket socket = connect();
        assertThat(ask(socket)).isEqualTo("HTTP");
        server.channel().eventLoop().submit(() -> {}).syncUninterruptibly();
        return socket;
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(SOON_MS);
        return socket;
    }

    private static String ask(Socket socket) throws IOException {
        socket.getOutputStream().write(REQUEST);
        String answer = new String(socket.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
        socket.getInputStream().skipNBytes(socket.getInputStream().available());
        return answer;
    }
}
