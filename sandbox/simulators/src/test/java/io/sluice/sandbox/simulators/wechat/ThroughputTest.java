package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Many orders at once: each is answered, charged once and told of, and the book knows them all. */
class ThroughputTest extends SimulatorFixture {
    private static final int ORDERS = 500;

    @Test
    void manyOrdersAtOnceAreAllChargedOnceAndToldOf() throws Exception {
        Flux.range(0, ORDERS)
                .flatMap(
                        number -> Mono.fromCallable(() -> merchant.order(
                                                merchant.order("many-%05d".formatted(number), 100, inbox.url()))
                                        .statusCode())
                                .subscribeOn(Schedulers.boundedElastic()),
                        32)
                .doOnNext(status -> assertThat(status).isEqualTo(200))
                .blockLast(Duration.ofSeconds(30));
        inbox.await(ORDERS);
        assertThat(merchant.control("/book").at("/totals/charges").asInt()).isEqualTo(ORDERS);
        assertThat(merchant.control("/book").at("/totals/charged").asLong()).isEqualTo(ORDERS * 100L);
    }
}
