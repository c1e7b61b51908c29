package io.sluice.sandbox.simulators.wechat;

import io.sluice.sandbox.simulators.Journal;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.wechat.model.Order;
import io.sluice.sandbox.simulators.wechat.model.OrderKey;
import io.sluice.sandbox.simulators.wechat.model.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Changes orders one step at a time: a pure step decides, its line goes into the journal in the same order as into
 * memory, and the caller learns of it only when the line is written.
 */
final class Orders {
    private final State state;
    private final Journal journal;

    /** Decides from the order as it stands, or from nothing, what is to be written. */
    interface Step extends Function<@Nullable Order, Decision<JournalLine, Refusal>> {}

    Orders(State state, Journal journal) {
        this.state = state;
        this.journal = journal;
    }

    /** A line without an order leaves everything as it is. */
    Mono<Decision<JournalLine, Refusal>> change(OrderKey key, Step step) {
        return Mono.defer(() -> {
            var turn = new Turn(step);
            state.orders.compute(key, (same, current) -> turn.take(current));
            return turn.written.thenReturn(turn.decision());
        });
    }

    /** What a reader has seen cannot be lost any more. */
    <T> Mono<T> settled(T seen) {
        return journal.settled().thenReturn(seen);
    }

    /** One change, made while the map holds the order's place. */
    private final class Turn {
        private final Step step;
        private @Nullable Decision<JournalLine, Refusal> decision;
        private Mono<Void> written = Mono.empty();

        Turn(Step step) {
            this.step = step;
        }

        @Nullable Order take(@Nullable Order current) {
            decision = step.apply(current);
            if (decision instanceof Granted<JournalLine, Refusal>(JournalLine line) && line.order() != null) {
                written = journal.append(line);
                state.note(line);
                return line.order();
            }
            written = journal.settled();
            return current;
        }

        Decision<JournalLine, Refusal> decision() {
            if (decision == null) {
                throw new IllegalStateException("A turn must be taken before its decision is read");
            }
            return decision;
        }
    }
}
