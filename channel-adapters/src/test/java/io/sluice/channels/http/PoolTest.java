package io.sluice.channels.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.EventExecutor;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.http.net.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.netty.http.HttpResources;

/** Who is given a connection, on which thread, and what becomes of it when he goes away. */
class PoolTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final Semaphore answers = new Semaphore(0);
    private final List<String> heard = new CopyOnWriteArrayList<>();

    @Test
    void noMoreConnectionsThanThereMayBeAndWhoWaitsIsServedInTurn() {
        try (var server = waiting()) {
            var exchange = Client.of(server.url(), limits(3, 100), Client.PATIENT);
            var all = IntStream.range(0, 50)
                    .mapToObj(each -> Client.get(exchange, "/" + each).toFuture())
                    .toList();
            Eventually.get(heard::size, size -> size == 3);
            answers.release(50);
            assertThat(all)
                    .allSatisfy(each -> assertThat(Client.text(each.join())).isEqualTo("ok"));
            assertThat(server.connections()).isEqualTo(3);
        }
    }

    @Test
    void whoCancelsWhileHeWaitsGivesHisPlaceBackAndSendsNothing() {
        try (var server = waiting()) {
            var exchange = Client.of(server.url(), limits(1, 1), Client.PATIENT);
            var first = Client.get(exchange, "/first").toFuture();
            Eventually.get(heard::size, size -> size == 1);
            for (int each = 0; each < 100; each++) {
                Client.get(exchange, "/cancelled").subscribe().dispose();
            }
            Client.settle();
            var last = Client.get(exchange, "/last").toFuture();
            answers.release(2);
            assertThat(Client.text(first.join())).isEqualTo("ok");
            assertThat(Client.text(last.join())).isEqualTo("ok");
            assertThat(heard).containsExactly("/first", "/last");
            assertThat(server.connections()).isOne();
        }
    }

    @Test
    void whoCancelsBeforeHeAsksSendsNothing() {
        try (var server = waiting()) {
            var exchange = Client.of(server.url(), limits(1, 1), Client.PATIENT);
            Client.get(exchange, "/never").subscribe(new BaseSubscriber<>() {
                @Override
                protected void hookOnSubscribe(Subscription subscription) {
                    subscription.cancel();
                    subscription.request(1);
                }
            });
            answers.release();
            assertThat(Client.text(Client.got(Client.get(exchange, "/asked")))).isEqualTo("ok");
            assertThat(heard).containsExactly("/asked");
        }
    }

    @Test
    void whoCancelsWhenItIsWrittenEndsTheConnection() {
        try (var server = waiting()) {
            var exchange = Client.of(server.url(), limits(1, 10), Client.PATIENT);
            Disposable first = Client.get(exchange, "/first").subscribe();
            Eventually.get(heard::size, size -> size == 1);
            var next = Client.get(exchange, "/next").toFuture();
            first.dispose();
            Eventually.get(heard::size, size -> size == 2);
            answers.release(10);
            assertThat(Client.text(next.join())).isEqualTo("ok");
            Eventually.get(server::ended, ended -> ended == 1);
            assertThat(server.connections()).isEqualTo(2);
        }
    }

    @Test
    void aCallMadeOnAnEventLoopIsAnsweredThere() {
        answers.release(1000);
        try (var server = waiting()) {
            var exchange = Client.of(server.url());
            for (int round = 0; round < 10; round++) {
                for (EventLoop loop : loops()) {
                    assertThat(threads(exchange, loop)).allMatch(thread -> loop.inEventLoop(thread));
                }
            }
            assertThat(server.connections()).isEqualTo(loops().size());
        }
    }

    /** Where it was made, and where it was answered. */
    private static List<Thread> threads(HttpExchange exchange, EventLoop loop) {
        var threads = new CompletableFuture<List<Thread>>();
        loop.execute(() -> {
            Thread here = Thread.currentThread();
            Client.get(exchange, "/").subscribe(sent -> threads.complete(List.of(here, Thread.currentThread())));
        });
        return threads.join();
    }

    @Test
    void whatRestsOnAnotherLoopIsGivenToWhoWouldWait() {
        answers.release(1000);
        try (var server = waiting()) {
            var exchange = Client.of(server.url(), limits(1, 10), Client.PATIENT);
            for (EventLoop loop : loops()) {
                assertThat(threads(exchange, loop)).hasSize(2);
            }
            assertThat(server.connections()).isOne();
        }
    }

    private static List<EventLoop> loops() {
        List<EventLoop> loops = new ArrayList<>();
        for (EventExecutor each : HttpResources.get().onClient(true)) {
            loops.add((EventLoop) each);
        }
        return loops;
    }

    private static Limits limits(int connections, int waiting) {
        return new Limits(connections, waiting, LONG, LONG, LONG);
    }

    /** Answers when it is let. */
    private RawServer waiting() {
        return new RawServer(peer -> {
            for (String request = peer.request(); !request.isEmpty(); request = peer.request()) {
                heard.add(request.split(" ", -1)[1]);
                answers.acquireUninterruptibly();
                peer.say(RawServer.ok("ok"));
            }
        });
    }
}
