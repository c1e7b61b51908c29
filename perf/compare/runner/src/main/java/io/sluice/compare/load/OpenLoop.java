package io.sluice.compare.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests become due at even distances and leave on whatever connection is idle, late when none is. */
final class OpenLoop implements Connection.Listener {
    private static final long LOOK_EVERY_MICROS = 500;

    private final List<byte[]> requests;
    private final double nanosBetween;
    private final int wanted;
    private final Answers answers;
    private final EventLoop eventLoop;
    private final Consumer<Connection.Listener> reconnect;
    private final Set<Connection> connections = new HashSet<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> clock;
    private boolean closed;
    private long beganNanos;
    private int next;

    /**
     * @param connections it begins when it has so many
     * @param reconnect gives the listener another connection, for one that was lost
     */
    OpenLoop(
            List<byte[]> requests,
            int perSecond,
            int connections,
            Answers answers,
            EventLoop eventLoop,
            Consumer<Connection.Listener> reconnect) {
        this.requests = requests;
        this.nanosBetween = 1e9 / perSecond;
        this.wanted = connections;
        this.answers = answers;
        this.eventLoop = eventLoop;
        this.reconnect = reconnect;
    }

    @Override
    public void connected(Connection connection) {
        connections.add(connection);
        idle.push(connection);
        if (clock == null && connections.size() == wanted) {
            beganNanos = System.nanoTime();
            clock = eventLoop.scheduleAtFixedRate(this::sendDue, 0, LOOK_EVERY_MICROS, TimeUnit.MICROSECONDS);
        }
    }

    @Override
    public void answered(Connection connection, int status, long startedNanos) {
        answers.answered(status, startedNanos);
        idle.push(connection);
    }

    @Override
    public void lost(Connection connection, boolean busy) {
        connections.remove(connection);
        idle.remove(connection);
        if (busy) {
            answers.lost();
        }
        if (!closed) {
            reconnect.accept(this);
        }
    }

    void close() {
        closed = true;
        if (clock != null) {
            clock.cancel(false);
        }
        Set.copyOf(connections).forEach(Connection::close);
    }

    private void sendDue() {
        long now = System.nanoTime();
        while (next < requests.size() && !idle.isEmpty() && dueNanos(next) <= now) {
            idle.pop().send(requests.get(next), dueNanos(next));
            next++;
        }
    }

    private long dueNanos(int index) {
        return beganNanos + (long) (index * nanosBetween);
    }
}
