package io.sluice.edge.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ServerSentEventsTest {

    /** As Reactor Netty does: 32 groups ahead, each begun when the one before is written. */
    private static final int AHEAD = 32;

    @Test
    void nothingIsAskedForWhileWhatIsThereIsNotWritten() {
        AtomicInteger asked = new AtomicInteger();
        TestPublisher<Void> socket = TestPublisher.create();
        Flux<DataBuffer> buffers =
                Flux.range(1, 100).doOnNext(i -> asked.incrementAndGet()).map(i -> buffer());
        StepVerifier.create(ServerSentEvents.oneAtATime(buffers)
                        .concatMap(group -> group.then(Mono.from(socket.mono())), AHEAD))
                .then(() -> assertThat(asked).hasValueLessThanOrEqualTo(2))
                .then(socket::complete)
                .verifyComplete();
        assertThat(asked).hasValue(100);
    }

    private static DataBuffer buffer() {
        return DefaultDataBufferFactory.sharedInstance.allocateBuffer(1);
    }
}
