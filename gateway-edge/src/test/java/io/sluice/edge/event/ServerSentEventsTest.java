package io.sluice.edge.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

class ServerSentEventsTest {

    @Test
    void nothingIsAskedForWhileWhatIsThereIsNotTaken() {
        AtomicInteger asked = new AtomicInteger();
        TestPublisher<DataBuffer> socket = TestPublisher.create();
        Flux<DataBuffer> buffers =
                Flux.range(1, 100).doOnNext(i -> asked.incrementAndGet()).map(i -> buffer());
        StepVerifier.create(ServerSentEvents.oneAtATime(buffers, socket.mono()))
                .expectNextCount(1)
                .then(() -> assertThat(asked).hasValue(1))
                .then(socket::complete)
                .expectNextCount(99)
                .verifyComplete();
    }

    private static DataBuffer buffer() {
        return DefaultDataBufferFactory.sharedInstance.allocateBuffer(1);
    }
}
