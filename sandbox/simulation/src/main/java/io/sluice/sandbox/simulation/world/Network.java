package io.sluice.sandbox.simulation.world;

import io.sluice.sandbox.simulation.time.Chance;
import io.sluice.sandbox.simulation.time.Machine;
import io.sluice.sandbox.simulation.time.SimulatedTime;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/** Carries calls between machines: late, twice, half or not at all. Every departure and arrival is a place to die at. */
public final class Network {

    private final SimulatedTime time;
    private final Trace trace;
    private final Chance chance;
    private final Duration healed;
    private final Map<Link, Trouble> troubles = new EnumMap<>(Link.class);
    private Consumer<Machine> awaited = machine -> {};

    public Network(SimulatedTime time, Trace trace, Chance chance, Duration healed) {
        this.time = time;
        this.trace = trace;
        this.chance = chance;
        this.healed = healed;
        for (Link link : Link.values()) {
            troubles.put(link, Trouble.draw(link, chance, healed));
        }
    }

    /** @param told of every place at which a machine waits */
    public void onAwait(Consumer<Machine> told) {
        awaited = told;
    }

    /** Asks the world; called by a machine. {@code what} is for the trace; empty for what is not worth a line. */
    public <T> Mono<T> ask(Link link, String what, Supplier<T> request) {
        return Mono.create(sink -> new Call<>(link, what, time.current(), time.world(), sink, reply(request)).depart());
    }

    /** Asks the world for what takes its time. */
    public <T> Mono<T> await(Link link, String what, Supplier<Mono<T>> request) {
        return Mono.create(sink -> new Call<>(link, what, time.current(), time.world(), sink, later(request)).depart());
    }

    /** Asks a machine; called by the world. */
    public <T> Mono<T> tell(Link link, String what, Supplier<Machine> to, Supplier<Mono<T>> request) {
        return Mono.create(sink -> new Call<>(link, what, time.world(), to.get(), sink, later(request)).depart());
    }

    private static <T> Consumer<Answer<T>> later(Supplier<Mono<T>> request) {
        return answer -> request.get().subscribe(answer::value, answer::error);
    }

    private static <T> Consumer<Answer<T>> reply(Supplier<T> request) {
        return answer -> {
            T value;
            try {
                value = request.get();
            } catch (RuntimeException e) {
                answer.error(e);
                return;
            }
            answer.value(value);
        };
    }

    private interface Answer<T> {

        void value(T value);

        void error(Throwable error);
    }

    private final class Call<T> {

        private final Link link;
        private final String what;
        private final Machine from;
        private final Machine to;
        private final MonoSink<T> sink;
        private final Consumer<Answer<T>> request;

        Call(Link link, String what, Machine from, Machine to, MonoSink<T> sink, Consumer<Answer<T>> request) {
            this.link = link;
            this.what = what;
            this.from = from;
            this.to = to;
            this.sink = sink;
            this.request = request;
        }

        void depart() {
            reach(from);
            if (!from.isAlive()) {
                return;
            }
            Trouble trouble = trouble();
            if (isOut(trouble, true) || has(trouble.loseRequest())) {
                spoil("lost");
            } else if (isOut(trouble, false) || has(trouble.refuse())) {
                spoil("refused");
                fail(new NotConnectedException("connection refused"));
            } else if (has(trouble.breakBefore())) {
                spoil("reset");
                fail(new ConnectionResetException("connection reset"));
            } else {
                travel(trouble);
            }
            reach(from);
        }

        private void travel(Trouble trouble) {
            time.later(to, way(trouble), () -> arrive(has(trouble.breakAfter())));
            if (has(trouble.repeat())) {
                time.later(to, way(trouble), this::arriveAgain);
            }
            if (!to.isAlive()) {
                fail(new NotConnectedException("connection refused"));
            }
        }

        private void arrive(boolean breaks) {
            note("arrived");
            request.accept(new Answer<>() {
                @Override
                public void value(T value) {
                    answer(breaks, () -> sink.success(value));
                }

                @Override
                public void error(Throwable error) {
                    answer(breaks, () -> sink.error(error));
                }
            });
        }

        /** Nobody waits for its answer. */
        private void arriveAgain() {
            note("arrived again");
            request.accept(new Answer<>() {
                @Override
                public void value(T value) {}

                @Override
                public void error(Throwable error) {}
            });
        }

        private void answer(boolean breaks, Runnable telling) {
            reach(to);
            Trouble trouble = trouble();
            if (breaks || isOut(trouble, false)) {
                spoil("done, then reset");
                fail(new ConnectionResetException("connection reset"));
            } else if (isOut(trouble, true) || has(trouble.loseAnswer())) {
                spoil("done, answer lost");
            } else if (to.isAlive()) {
                time.later(from, way(trouble), () -> answered(telling));
            }
        }

        private void answered(Runnable telling) {
            reach(from);
            if (!what.isEmpty()) {
                time.stir();
            }
            if (from.isAlive()) {
                telling.run();
            }
        }

        private void fail(RuntimeException error) {
            time.later(from, way(trouble()), () -> answered(() -> sink.error(error)));
        }

        private Trouble trouble() {
            return Objects.requireNonNull(troubles.get(link));
        }

        private void reach(Machine machine) {
            if (!what.isEmpty()) {
                awaited.accept(machine);
            }
        }

        private void spoil(String fate) {
            note(fate);
            if (!what.isEmpty()) {
                time.trouble();
            }
        }

        private void note(String fate) {
            if (!what.isEmpty()) {
                time.stir();
                trace.step("%s %s: %s", link, what, fate);
            }
        }
    }

    private boolean has(double rate) {
        return !isHealed() && chance.of(rate);
    }

    private boolean isOut(Trouble trouble, boolean silent) {
        return trouble.outages().stream().anyMatch(outage -> outage.silent() == silent && outage.holds(time.elapsed()));
    }

    private boolean isHealed() {
        return time.elapsed().compareTo(healed) > 0;
    }

    private Duration way(Trouble trouble) {
        Duration longest = has(trouble.slow()) ? trouble.slowest() : Duration.ofMillis(5);
        return chance.between(Duration.ofNanos(50_000), longest);
    }
}
