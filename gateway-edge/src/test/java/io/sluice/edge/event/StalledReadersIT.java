package io.sluice.edge.event;

import static io.sluice.edge.fixture.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.edge.fixture.EdgeFixture;
import io.sluice.edge.fixture.NoServerErrors;
import io.sluice.edge.fixture.SignedClient;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Watchers whose sockets are open and who never read: those who catch up, and those for whom events are kept. */
@ExtendWith(NoServerErrors.class)
class StalledReadersIT {

    private static final Duration SOON = Duration.ofMinutes(2);
    private static final String FROM_NOW = "/v1/events";
    private static final String FROM_THE_BEGINNING = "/v1/events?cursor=AAAAAAAAAAAAAAAAAAAAAA";
    private static final int STALLED = 20;

    /** So many that what all buffers on the way keep is less: each makes some kilobytes of events. */
    private static final int PAYMENTS = 150;

    private static final long MOST_KEPT_FOR_ONE = 512 * 1024;

    private static final Duration AT_REST = Duration.ofSeconds(2);

    private static final int MANY_STALLED = 300;
    private static final int BURSTS = 10;

    /** Events as long as events are, of payments that never were; the relay publishes them like all others. */
    private static final String BURST = """
            insert into sluice.payment_event (merchant_id, payment_id, sequence, event_id, type, from_state, to_state,
                reason, at, body)
            select merchant_id, gen_random_uuid(), 1, gen_random_uuid(), type, from_state, to_state, reason, at,
                body || repeat(' ', 1000)
            from (select * from sluice.payment_event order by position limit 1) event, generate_series(1, 500)""";

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

    /** Nothing but falling behind can be the reason here: for a socket that takes nothing there is patience enough. */
    @Test
    void areDroppedAtOnceWhenTooMuchWouldHaveToBeKeptForThem() throws IOException {
        try (EdgeFixture edge = EdgeFixture.start(Map.of("sluice.edge.unread-timeout", "PT1H"))) {
            SignedClient client = edge.client();
            assertThat(client.pay("paid").statusCode()).isEqualTo(201);
            List<Socket> stalled = new ArrayList<>();
            try {
                for (int i = 0; i < MANY_STALLED; i++) {
                    stalled.add(stall(edge.port(), client.signed("GET", FROM_NOW, "", accept())));
                }
                eventually("all follow", SOON, () -> edge.metered("sluice.sse.watchers") == MANY_STALLED);
                for (int i = 0; i < BURSTS; i++) {
                    edge.update(BURST);
                }
                eventually(
                        "all of them are dropped",
                        SOON,
                        () -> edge.metered("sluice.sse.dropped") >= MANY_STALLED
                                && edge.metered("sluice.sse.watchers") == 0);
                assertThat(stalled).allMatch(StalledReadersIT::isCutOff);
                assertThat(edge.metered("sluice.sse.dropped")).isEqualTo(MANY_STALLED);
                assertThat(client.eventIds(client.signed("GET", FROM_THE_BEGINNING, "", accept()), 2 + BURSTS * 500))
                        .doesNotHaveDuplicates()
                        .hasSize(2 + BURSTS * 500);
                assertThat(client.pay("paid").statusCode()).isEqualTo(201);
            } finally {
                for (Socket socket : stalled) {
                    socket.close();
                }
            }
        }
    }

    /** Reactor Netty would ask for 128 passages ahead, and copy each out of the heap: 2 MB for one who reads nothing. */
    @Test
    void nextToNothingIsKeptForThemOutsideOfTheHeap() throws IOException {
        try (EdgeFixture edge = EdgeFixture.start(Map.of("sluice.edge.unread-timeout", "PT1H"))) {
            SignedClient client = edge.client();
            assertThat(client.pay("paid").statusCode()).isEqualTo(201);
            for (int i = 0; i < BURSTS; i++) {
                edge.update(BURST);
            }
            List<Socket> stalled = new ArrayList<>();
            try {
                long before = outsideOfTheHeap();
                for (int i = 0; i < STALLED; i++) {
                    stalled.add(stall(edge.port(), client.signed("GET", FROM_THE_BEGINNING, "", accept())));
                }
                eventually("all follow", SOON, () -> edge.metered("sluice.sse.watchers") == STALLED);
                assertThat(onceItIsAtRest() - before).isLessThan(STALLED * MOST_KEPT_FOR_ONE);
            } finally {
                for (Socket socket : stalled) {
                    socket.close();
                }
            }
        }
    }

    private static long onceItIsAtRest() {
        AtomicLong seen = new AtomicLong();
        eventually("no more is kept", SOON, () -> {
            LockSupport.parkNanos(AT_REST.toNanos());
            long now = outsideOfTheHeap();
            return seen.getAndSet(now) == now;
        });
        return seen.get();
    }

    private static long outsideOfTheHeap() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static Map<String, String> accept() {
        return Map.of("Accept", "text/event-stream");
    }

    /** What the system kept for it can still be read, and behind it nothing comes. */
    private static boolean isCutOff(Socket socket) {
        try {
            socket.setSoTimeout((int) SOON.toMillis());
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    private static String target(HttpRequest request) {
        String query = request.uri().getRawQuery();
        return request.uri().getRawPath() + (query == null ? "" : "?" + query);
    }

    /** Sends a request, reads the first byte of its answer and then nothing more. */
    private static Socket stall(int port, HttpRequest request) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        StringBuilder head =
                new StringBuilder("GET " + target(request) + " HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\n");
        request.headers()
                .map()
                .forEach((name, values) ->
                        head.append(name).append(": ").append(values.getFirst()).append("\r\n"));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
