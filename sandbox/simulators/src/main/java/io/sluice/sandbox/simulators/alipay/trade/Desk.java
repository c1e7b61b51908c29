package io.sluice.sandbox.simulators.alipay.trade;

import io.sluice.sandbox.simulators.alipay.model.Refusal;
import io.sluice.sandbox.simulators.alipay.model.Trade;
import io.sluice.sandbox.simulators.alipay.model.TradeKey;
import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Where everything is decided, one thing after another: a pure step decides, its line goes into the journal in the same
 * order as into memory, and the caller learns of it only when the line is written.
 */
public final class Desk {
    private final State state;
    private final CallbackSender sender;

    /** Decides from the trade as it stands, or from nothing, what is to be written. */
    interface Step extends Function<@Nullable Trade, Decision<JournalLine, Refusal>> {}

    public Desk(State state, CallbackSender sender) {
        this.state = state;
        this.sender = sender;
    }

    /** A client that leaves does not keep what was taken on from its end. */
    Mono<Decision<JournalLine, Refusal>> change(TradeKey key, Step step) {
        Mono<Decision<JournalLine, Refusal>> changed = Mono.defer(() -> {
            synchronized (state) {
                Decision<JournalLine, Refusal> decision =
                        step.apply(state.find(key).orElse(null));
                return written(decision);
            }
        });
        return Mono.fromFuture(changed::toFuture, /* suppressCancel= */ true);
    }

    private Mono<Decision<JournalLine, Refusal>> written(Decision<JournalLine, Refusal> decision) {
        return decision instanceof Granted<JournalLine, Refusal>(JournalLine line)
                ? state.happened(line)
                        .thenReturn(decision)
                        .doOnNext(done -> line.following().forEach(sender::send))
                : state.settled().thenReturn(decision);
    }
}
