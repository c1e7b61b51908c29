package io.sluice.core.channel;

import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Agrees with its account's terminal on what a day came to, once the day is over. From then on nothing of that day is undone. */
public interface SettlesBatches extends Channel {

    /** The batch that is open then: what is made in it, by the time in its own number, belongs to it. */
    Batch batchAt(Instant time);

    /**
     * Tells the host what a batch came to and hears what it says. Repeating the same is harmless, and is done until there is an answer.
     *
     * @return one outcome, always; never an error and never empty
     */
    Mono<BatchOutcome> settle(Batch batch, BatchTotals ours);

    /**
     * Tells the host each transaction of a batch whose totals it disagreed with, and closes the batch there. Repeating the same is harmless.
     *
     * @param lines in the order of their references, so that a repetition is the same
     * @return one outcome, always: {@link BatchOutcome.Uploaded} or {@link BatchOutcome.Unanswered}; never an error and never empty
     */
    Mono<BatchOutcome> upload(Batch batch, List<BatchLine> lines);
}
