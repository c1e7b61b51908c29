package io.sluice.core.gather;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gathering over a store that answers at once: what a command costs on its way into a batch and back. */
@SuppressWarnings("NullAway.Init") // JMH sets up before it measures
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class GatheringBenchmark {
    private static final int WRITES = 1024;

    private GatheringWriter<Integer, Integer> writer;

    @Setup
    public void open() {
        writer = new GatheringWriter<>(
                new Memory(),
                GatheringOptions.named("jmh").withLanes(2),
                new SimpleMeterRegistry(),
                Schedulers.parallel());
        writer.ready().block();
    }

    @TearDown
    public void close() {
        writer.close().block();
    }

    /** As many callers at once, each waiting for its own answer. The time is a command's. */
    @Benchmark
    @OperationsPerInvocation(WRITES)
    public void write(Blackhole blackhole) {
        blackhole.consume(Flux.range(0, WRITES).flatMap(writer::write, WRITES).blockLast());
    }

    /** One caller, who waits for the answer before the next command. */
    @Benchmark
    public Integer writeAlone() {
        return writer.write(1).blockOptional().orElseThrow();
    }

    /** A store without cost. */
    private record Memory() implements Session.Source<Integer, Integer>, Session<Integer, Integer> {
        @Override
        public Object key(Integer command) {
            return command;
        }

        @Override
        public Mono<Session<Integer, Integer>> open() {
            return Mono.just(this);
        }

        @Override
        public Mono<List<Integer>> execute(List<Integer> commands) {
            return Mono.just(commands);
        }

        @Override
        public Mono<List<Optional<Integer>>> lookUp(List<Integer> commands) {
            return Mono.just(commands.stream().map(Optional::of).toList());
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
