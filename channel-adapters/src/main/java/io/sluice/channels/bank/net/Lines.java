package io.sluice.channels.bank.net;

import io.sluice.channels.bank.codec.BankCodec;
import io.sluice.channels.bank.model.Message;
import io.sluice.channels.model.Reply;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** A terminal's connections, used in turn. */
public final class Lines {

    private final List<Line> lines;
    private final AtomicInteger turn = new AtomicInteger();

    public Lines(HostAddress address, BankCodec codec, LateListener late, Clock clock) {
        var overdue = new Overdue();
        var networkMessages = new AtomicInteger((int) (clock.millis() & 0xFFFFF));
        this.lines = IntStream.range(0, address.connections())
                .mapToObj(each -> new Line(address, codec, overdue, late, clock, networkMessages))
                .toList();
    }

    /**
     * Sends a message and waits for its answer, for as long as its caller does.
     *
     * @return {@link Reply.Success} with whatever the host answered, {@link Reply.NotWritten} or {@link Reply.Lost}; never an error
     *     and never empty
     */
    public Mono<Reply<Message>> exchange(Message request) {
        return lines.get(Math.floorMod(turn.getAndIncrement(), lines.size())).exchange(request);
    }
}
