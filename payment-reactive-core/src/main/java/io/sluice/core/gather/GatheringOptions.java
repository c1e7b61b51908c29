package io.sluice.core.gather;

import io.sluice.core.loop.Haste;
import java.time.Duration;

/**
 * How a {@link GatheringWriter} gathers.
 *
 * @param name tags its metrics and stands in its errors
 * @param lanes statements in flight at once, each on a connection of its own; few win, see docs/adr/008-gathered-writes.md
 * @param batch commands in one statement at the most
 * @param queue commands waiting in one lane at the most, rounded up to a power of two; more are refused at once
 * @param patience how long a command waits to be sent before it is refused; below a second, so that the refusal of a
 *     merchant's request is out within one
 * @param doubtPatience how long the outcome of a command that was sent is looked for before it is given up as in doubt
 * @param answerTimeout when a statement without an answer counts as lost together with its connection
 * @param rest from one sending of a lane to its next while less than half a batch waits, three times that in haste; zero for none
 * @param haste whether callers are told a few at a time, and not all of a batch in one turn of their event loop
 */
public record GatheringOptions(
        String name,
        int lanes,
        int batch,
        int queue,
        Duration patience,
        Duration doubtPatience,
        Duration answerTimeout,
        Duration rest,
        Haste haste) {

    public static GatheringOptions named(String name) {
        return new GatheringOptions(
                name,
                1,
                128,
                8192,
                Duration.ofMillis(900),
                Duration.ofSeconds(5),
                Duration.ofSeconds(5),
                Duration.ZERO,
                Haste.NONE);
    }

    public GatheringOptions withLanes(int number) {
        return new GatheringOptions(name, number, batch, queue, patience, doubtPatience, answerTimeout, rest, haste);
    }

    public GatheringOptions withBatch(int commands) {
        return new GatheringOptions(name, lanes, commands, queue, patience, doubtPatience, answerTimeout, rest, haste);
    }

    public GatheringOptions withQueue(int commands) {
        return new GatheringOptions(name, lanes, batch, commands, patience, doubtPatience, answerTimeout, rest, haste);
    }

    public GatheringOptions withPatience(Duration unsent, Duration inDoubt) {
        return new GatheringOptions(name, lanes, batch, queue, unsent, inDoubt, answerTimeout, rest, haste);
    }

    public GatheringOptions withAnswerTimeout(Duration timeout) {
        return new GatheringOptions(name, lanes, batch, queue, patience, doubtPatience, timeout, rest, haste);
    }

    public GatheringOptions withRest(Duration time) {
        return new GatheringOptions(name, lanes, batch, queue, patience, doubtPatience, answerTimeout, time, haste);
    }

    public GatheringOptions withHaste(Haste asked) {
        return new GatheringOptions(name, lanes, batch, queue, patience, doubtPatience, answerTimeout, rest, asked);
    }
}
