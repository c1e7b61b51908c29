package io.sluice.core.merchant.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

class OnDemandCacheTest {

    private final AtomicInteger loads = new AtomicInteger();

    @Test
    void loadsOnceHoweverManyAsk() {
        Sinks.One<String> answer = Sinks.one();
        var cache = cache(10, answer.asMono());
        List<String> heard = new CopyOnWriteArrayList<>();
        for (int i = 0; i < 100; i++) {
            cache.get("key").subscribe(heard::add);
        }
        answer.tryEmitValue("value");
        assertThat(heard).hasSize(100);
        assertThat(cache.get("key").block()).isEqualTo("value");
        assertThat(loads).hasValue(1);
    }

    @Test
    void aReaderThatLeavesDoesNotDisturbTheOthers() {
        Sinks.One<String> answer = Sinks.one();
        var cache = cache(10, answer.asMono());
        cache.get("key").subscribe().dispose();
        StepVerifier.create(cache.get("key"))
                .then(() -> answer.tryEmitValue("value"))
                .expectNext("value")
                .verifyComplete();
        assertThat(loads).hasValue(1);
    }

    @Test
    void remembersWhatIsAbsent() {
        var cache = cache(10, Mono.empty());
        assertThat(cache.get("key").blockOptional()).isEmpty();
        assertThat(cache.get("key").blockOptional()).isEmpty();
        assertThat(loads).hasValue(1);
    }

    @Test
    void neverRemembersAnError() {
        var cache = new OnDemandCache<String, String>(
                10,
                key -> loads.incrementAndGet() == 1
                        ? Mono.error(new IllegalStateException("away"))
                        : Mono.just("value"));
        StepVerifier.create(cache.get("key")).verifyErrorMessage("away");
        assertThat(cache.get("key").block()).isEqualTo("value");
    }

    @Test
    void whatWasLoadedBeforeADropIsNotReadAfterIt() {
        Sinks.One<String> old = Sinks.one();
        var cache = new OnDemandCache<String, String>(
                10, key -> loads.incrementAndGet() == 1 ? old.asMono() : Mono.just("new"));
        Mono<String> early = cache.get("key").cache();
        early.subscribe();
        cache.drop();
        old.tryEmitValue("old");
        assertThat(early.block()).isEqualTo("old");
        assertThat(cache.get("key").block()).isEqualTo("new");
    }

    @Test
    void staysBounded() {
        var cache = new OnDemandCache<Integer, String>(
                3, key -> loads.incrementAndGet() < 0 ? Mono.empty() : key < 100 ? Mono.just("v") : Mono.empty());
        for (int key = 0; key < 200; key++) {
            cache.get(key).blockOptional();
        }
        assertThat(cache.size()).isLessThanOrEqualTo(6);
    }

    private OnDemandCache<String, String> cache(int capacity, Mono<String> answer) {
        return new OnDemandCache<>(capacity, key -> {
            loads.incrementAndGet();
            return answer;
        });
    }
}
