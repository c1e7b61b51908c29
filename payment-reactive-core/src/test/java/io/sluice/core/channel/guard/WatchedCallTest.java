package io.sluice.core.channel.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class WatchedCallTest {

    private final List<String> seen = new ArrayList<>();

    @Test
    void tellsTheOutcomeBeforeTheCallerHasItAndTheEndAfterwards() {
        StepVerifier.create(watched(Mono.just("paid")).doOnNext(outcome -> seen.add("caller has " + outcome)))
                .expectNext("paid")
                .verifyComplete();

        assertThat(seen).containsExactly("begun", "told paid", "caller has paid", "over");
    }

    @Test
    void isOverOnceHoweverItEnds() {
        StepVerifier.create(watched(Mono.error(new IllegalStateException("no"))))
                .verifyErrorMessage("no");
        StepVerifier.create(watched(Mono.empty())).verifyComplete();
        StepVerifier.create(watched(Mono.never())).thenCancel().verify();

        assertThat(seen).containsExactly("begun", "over", "begun", "over", "begun", "over");
    }

    @Test
    void isBegunEachTimeItIsMade() {
        Mono<String> call = watched(Mono.just("paid"));
        assertThat(seen).isEmpty();

        call.then(call).block();
        assertThat(seen).filteredOn("begun"::equals).hasSize(2);
    }

    @Test
    void isNotMadeWhenItIsRefused() {
        Mono<String> call = Mono.fromSupplier(() -> {
            seen.add("made");
            return "paid";
        });
        StepVerifier.create(new WatchedCall<>(call, _ -> {
                    throw new IllegalStateException("full");
                }))
                .verifyErrorMessage("full");
        assertThat(seen).isEmpty();
    }

    @Test
    void knowsItsCallersContext() {
        Mono<String> call = new WatchedCall<>(Mono.just("paid"), asked -> {
            seen.add(asked.get("merchant"));
            return noting();
        });
        call.contextWrite(context -> context.put("merchant", "m1")).block();

        assertThat(seen).startsWith("m1");
    }

    private Mono<String> watched(Mono<String> call) {
        return new WatchedCall<>(call, _ -> {
            seen.add("begun");
            return noting();
        });
    }

    private WatchedCall.Watch noting() {
        return new WatchedCall.Watch() {

            @Override
            public void told(Object outcome) {
                seen.add("told " + outcome);
            }

            @Override
            public void over() {
                seen.add("over");
            }
        };
    }
}
