package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.callback.CallbackSender;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.model.Decision.Granted;
import io.sluice.sandbox.simulators.paypal.JournalLine.Remembered;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import java.util.Optional;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Where everything is decided, one thing after another: a pure step decides, its line goes into the journal in the same
 * order as into memory, and the caller learns of it only when the line is written.
 */
final class Desk {
    private final State state;
    private final CallbackSender sender;

    Desk(State state, CallbackSender sender) {
        this.state = state;
        this.sender = sender;
    }

    /** What came of a request, now or before. */
    record Done(JournalLine line, boolean repeated) {

        Remembered request() {
            Remembered request = line.remembered();
            if (request == null) {
                throw new IllegalStateException("The line of a request must say what was made");
            }
            return request;
        }
    }

    /** Carries a request out, or finds what came of it when its id was used before. */
    Mono<Decision<Done, Refusal>> once(Call call, Supplier<Decision<JournalLine, Refusal>> step) {
        return Mono.defer(() -> {
            synchronized (state) {
                Optional<Remembered> before = call.key().isEmpty() ? Optional.empty() : state.request(call.key());
                return before.map(known -> repeat(call, known))
                        .orElseGet(() -> change(step)
                                .map(decision -> decision.then(
                                        line -> Decision.granted(new Done(line, /* repeated= */ false)))));
            }
        });
    }

    private Mono<Decision<Done, Refusal>> repeat(Call call, Remembered known) {
        Decision<Done, Refusal> decision = known.fingerprint().equals(call.fingerprint())
                ? Decision.granted(new Done(new JournalLine(null, known, null, null, null, null), /* repeated= */ true))
                : Refusal.refuse(Issue.DUPLICATE_REQUEST_ID);
        return state.settled().thenReturn(decision);
    }

    /** The step is taken at once; what the Mono waits for is its line. */
    Mono<Decision<JournalLine, Refusal>> change(Supplier<Decision<JournalLine, Refusal>> step) {
        synchronized (state) {
            Decision<JournalLine, Refusal> decision = step.get();
            return decision instanceof Granted<JournalLine, Refusal>(JournalLine line)
                    ? state.happened(line)
                            .thenReturn(decision)
                            .doOnNext(written -> line.following().forEach(sender::send))
                    : state.settled().thenReturn(decision);
        }
    }
}
