package io.sluice.edge.event;

import static io.sluice.edge.fixture.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.SignedClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Watchers whose sockets are open and who never read. */
@ExtendWith(NoServerErrors.class)
class StalledReadersIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FROM_THE_BEGINNING = "/v1/events?cursor=AAAAAAAAAAAAAAAAAAAAAA";
    private static final int STALLED = 20;

    /** So many that what all buffers on the way keep is less: each makes some kilobytes of events. */
    private static final int PAYMENTS = 150;

    @Test
    void areCutOffAndTheOthersMissNothing() throws IOException {
        try (EdgeFixture edge = EdgeFixture.start(Map.of("sluice.edge.unread-timeout", "PT1S"))) {
            SignedClient client = edge.client();
            for (int i = 0; i < PAYMENTS; i++) {
                assertThat(client.pay("paid").statusCode()).isEqualTo(201);
            }
            List<Socket> stalled = new ArrayList<>();
            try {
                for (int i = 0; i < STALLED; i++) {
                    stalled.add(stall(edge.port(), client.signed("GET", FROM_THE_BEGINNING, "", accept())));
                }
                eventually(
                        "all of them were let in and are cut off",
                        SOON,
                        () -> edge.metered("sluice.gate.open") == 0 && edge.metered("sluice.sse.watchers") == 0);
                assertThat(edge.metered("sluice.sse.dropped")).isEqualTo(STALLED);
                assertThat(client.eventIds(client.signed("GET", FROM_THE_BEGINNING, "", accept()), 2 * PAYMENTS))
                        .doesNotHaveDuplicates()
                        .hasSize(2 * PAYMENTS);
                assertThat(client.pay("paid").statusCode()).isEqualTo(201);
            } finally {
                for (Socket socket : stalled) {
                    socket.close();
                }
            }
        }
    }

    private static Map<String, String> accept() {
        return Map.of("Accept", "text/event-stream");
    }

    /** Sends a request, reads the first byte of its answer and then nothing more. */
    private static Socket stall(int port, HttpRequest request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        StringBuilder head =
                new StringBuilder("GET " + FROM_THE_BEGINNING + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        request.headers()
                .map()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.getFirst()).append("\r\n"));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
