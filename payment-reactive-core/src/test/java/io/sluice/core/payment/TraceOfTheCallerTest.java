package io.sluice.core.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.context.ContextRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.core.gather.GatheringWriter;
import io.sluice.core.gather.InMemoryStore;
import io.sluice.core.gather.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Hooks;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Whatever goes through a lane with others, or on without its caller, speaks in its own caller's name and in no other. */
class TraceOfTheCallerTest {

    private static final String KEY = "test.trace";
    private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

    private final InMemoryStore<String, String> store = new InMemoryStore<>(new Echo());
    private final GatheringWriter<String, String> writer =
            store.writer(Patience.named("traces"), new SimpleMeterRegistry(), Schedulers.parallel());
    private final Detached detached = new Detached();

    @BeforeAll
    static void propagate() {
        ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, TRACE);
        Hooks.enableAutomaticContextPropagation();
    }

    @AfterAll
    static void leaveNoTrace() {
        Hooks.disableAutomaticContextPropagation();
        ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
    }

    @AfterEach
    void close() {
        writer.close().block(Duration.ofSeconds(30));
    }

    @Test
    void ofABatchEveryAnswerComesToItsOwnCaller() {
        List<String> seen = Flux.range(0, 2000)
                .flatMap(i -> answerTo("t" + i), 256)
                .collectList()
                .block(Duration.ofSeconds(30));

        assertThat(seen)
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 2000)
                        .mapToObj(i -> "t" + i + " t" + i)
                        .toList());
    }

    @Test
    void whatIsDetachedKeepsItsCallersTrace() {
        Flux<String> seen = Flux.range(0, 200)
                .flatMap(i -> detached.run(answerTo("t" + i)
                                .delayElement(Duration.ofMillis(5))
                                .map(TraceOfTheCallerTest::here))
                        .contextWrite(context -> context.put(KEY, "t" + i)));

        assertThat(seen.collectList().block(Duration.ofSeconds(30))).allMatch(line -> {
            List<String> traces = List.of(line.split(" ", -1));
            return traces.size() == 3 && Set.copyOf(traces).size() == 1;
        });
    }

    @Test
    void nothingIsLeftBehindOnTheThreadsThatAreShared() {
        Flux.range(0, 200).flatMap(i -> answerTo("t" + i)).blockLast(Duration.ofSeconds(30));

        List<Optional<String>> left = Flux.range(0, 64)
                .flatMap(i -> Mono.fromCallable(() -> Optional.ofNullable(TRACE.get()))
                        .subscribeOn(Schedulers.parallel()))
                .collectList()
                .block(Duration.ofSeconds(30));
        assertThat(left).containsOnly(Optional.empty());
    }

    private Mono<String> answerTo(String trace) {
        return writer.write(trace).map(TraceOfTheCallerTest::here).contextWrite(context -> context.put(KEY, trace));
    }

    private static String here(String answer) {
        return answer + " " + TRACE.get();
    }

    /** Every command is a key of its own, and its own answer. */
    private static final class Echo implements InMemoryStore.Table<String, String> {

        @Override
        public Object key(String command) {
            return command;
        }

        @Override
        public String write(String command) {
            return command;
        }

        @Override
        public Optional<String> find(String command) {
            return Optional.of(command);
        }
    }
}
