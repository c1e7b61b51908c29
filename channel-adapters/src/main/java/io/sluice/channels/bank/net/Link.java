package io.sluice.channels.bank.net;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelOption;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.sluice.channels.bank.codec.BankCodec;
import io.sluice.channels.bank.codec.BankCodec.Received;
import io.sluice.channels.bank.model.Message;
import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Success;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.netty.Connection;
import reactor.netty.tcp.TcpClient;

/**
 * One connection, many messages at once. A frame is two bytes of length and at most 1024 bytes; a longer or unreadable one ends
 * the connection, for nobody knows where the next begins.
 */
final class Link {

    private static final Logger log = LoggerFactory.getLogger(Link.class);
    private static final int LONGEST_FRAME = 1024;
    private static final int CONNECT_MS = 2000;

    private final Connection connection;
    private final BankCodec codec;
    private final Overdue overdue;
    private final LateListener late;
    private final Waiting waiting = new Waiting();

    /** When something was last heard, and whether something has gone unanswered since. */
    private volatile long heardAt = System.nanoTime();

    private volatile boolean suspect;

    private Link(Connection connection, BankCodec codec, Overdue overdue, LateListener late) {
        this.connection = connection;
        this.codec = codec;
        this.overdue = overdue;
        this.late = late;
    }

    /** Fails when there is nobody. */
    static Mono<Link> open(HostAddress address, BankCodec codec, Overdue overdue, LateListener late) {
        return TcpClient.newConnection()
                .host(address.host())
                .port(address.port())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MS)
                .doOnChannelInit((observer, channel, remote) ->
                        channel.pipeline().addFirst(new LengthFieldBasedFrameDecoder(LONGEST_FRAME + 2, 0, 2, 0, 2)))
                .connect()
                .map(connection -> {
                    var link = new Link(connection, codec, overdue, late);
                    link.listen();
                    return link;
                });
    }

    private void listen() {
        connection.onDispose(waiting::end);
        connection.inbound().receive().asByteArray().subscribe(this::take, broken -> close(), this::close);
    }

    private void take(byte[] frame) {
        heardAt = System.nanoTime();
        Optional<Received> received = codec.read(frame);
        if (received.isEmpty()) {
            log.warn("the bank host sent a frame of {} bytes that is no answer; the connection is cut", frame.length);
            close();
            return;
        }
        suspect = false;
        Message message = received.get().message();
        MatchKey key = MatchKey.of(message);
        if (!received.get().authentic()) {
            waiting.answer(key, new Lost<>(Message.WRONG_MAC, "the answer's MAC is wrong"));
        } else if (!waiting.answer(key, new Success<>(message))) {
            overdue.take(key).ifPresent(request -> late.late(request, message));
        }
    }

    /** Writes at once. Who stops waiting is not forgotten: {@link LateListener}. */
    Mono<Reply<Message>> exchange(Message request) {
        return Mono.create(sink -> send(request, sink));
    }

    private void send(Message request, MonoSink<Reply<Message>> sink) {
        MatchKey key = MatchKey.awaitedBy(request);
        byte[] frame = codec.write(request);
        if (!waiting.add(key, sink)) {
            sink.success(new Lost<>("already_asked", "the same message is waiting for its answer"));
            return;
        }
        sink.onCancel(() -> abandon(key, request, sink));
        if (waiting.isOver()) {
            waiting.answer(key, new NotWritten<>("connection_lost", "the connection had ended"));
            return;
        }
        var framed = Unpooled.wrappedBuffer(Unpooled.buffer(2).writeShort(frame.length), Unpooled.wrappedBuffer(frame));
        connection
                .outbound()
                .sendObject(framed)
                .then()
                .subscribe(
                        written -> {},
                        broken -> waiting.answer(
                                key, new Lost<>("write_failed", "the connection broke while it was written")));
    }

    private void abandon(MatchKey key, Message request, MonoSink<Reply<Message>> sink) {
        overdue.add(key, request);
        if (waiting.leave(key, sink)) {
            suspect = true;
        } else {
            overdue.take(key);
        }
    }

    boolean isSuspect() {
        return suspect;
    }

    long quietNanos() {
        return System.nanoTime() - heardAt;
    }

    void onClose(Runnable then) {
        connection.onDispose(then::run);
    }

    void close() {
        connection.dispose();
    }
}
