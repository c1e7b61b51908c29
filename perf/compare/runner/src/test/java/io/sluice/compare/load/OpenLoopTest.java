package io.sluice.compare.load;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenLoopTest {
    private static final byte[] REQUEST = "GET / HTTP/1.1\r\n\r\n".getBytes(US_ASCII);
    private static final byte[] ANSWER = "HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(US_ASCII);
    private static final int CONNECTIONS = 2;

    @Test
    void aConnectionThatIsLostIsReplaced() throws Exception {
        try (var server = new ServerSocket(0, CONNECTIONS, InetAddress.getLoopbackAddress());
                var generator = new Generator()) {
            Thread.startVirtualThread(() -> serve(server));
            List<byte[]> requests = Collections.nCopies(10, REQUEST);
            LoadResult result = generator.openLoop(server.getLocalPort(), requests, 100, CONNECTIONS);
            assertThat(result.answered()).isEqualTo(8);
            assertThat(result.failed()).isEqualTo(2);
        }
    }

    /** Closes the first connections when asked something, and answers on all others. */
    private static void serve(ServerSocket server) {
        try {
            for (int accepted = 0; ; accepted++) {
                Socket socket = server.accept();
                boolean closes = accepted < CONNECTIONS;
                Thread.startVirtualThread(() -> serve(socket, closes));
            }
        } catch (IOException e) {
            // the test is over
        }
    }

    private static void serve(Socket socket, boolean closes) {
        try (socket) {
            while (socket.getInputStream().readNBytes(REQUEST.length).length == REQUEST.length && !closes) {
                socket.getOutputStream().write(ANSWER);
            }
        } catch (IOException e) {
            // the client is gone
        }
    }
}
