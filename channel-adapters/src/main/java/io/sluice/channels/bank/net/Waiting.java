package io.sluice.channels.bank.net;

import io.sluice.channels.bank.model.Message;
import io.sluice.channels.model.Reply;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.MonoSink;

/** Who waits for an answer on one connection. Whoever takes somebody out of here answers him, so each is answered once. */
final class Waiting {

    private final Map<MatchKey, MonoSink<Reply<Message>>> sinks = new ConcurrentHashMap<>();
    private volatile boolean over;

    /** Whether he may be waited for; not when the same message is waited for already. */
    boolean add(MatchKey key, MonoSink<Reply<Message>> sink) {
        return sinks.putIfAbsent(key, sink) == null;
    }

    boolean isOver() {
        return over;
    }

    /** Whether somebody waited. */
    boolean answer(MatchKey key, Reply<Message> reply) {
        MonoSink<Reply<Message>> sink = sinks.remove(key);
        if (sink != null) {
            sink.success(reply);
        }
        return sink != null;
    }

    /** Whether he was still waiting. */
    boolean leave(MatchKey key, MonoSink<Reply<Message>> sink) {
        return sinks.remove(key, sink);
    }

    /** The connection has ended: whoever has written does not learn what became of it. */
    void end() {
        over = true;
        sinks.keySet().forEach(key -> answer(key, new Reply.Lost<>("connection_lost", "the connection ended first")));
    }
}
