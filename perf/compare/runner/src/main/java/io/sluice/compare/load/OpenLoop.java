package io.sluice.compare.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Requests become due at even distances and leave on whatever connection is idle, late when none is. */
final class OpenLoop implements Connection.Listener {
    private static final long LOOK_EVERY_MICROS = 500;

    private final List<byte[]> requests;
    private final double nanosBetween;
    private final int wanted;
    private final Answers answers;
    private final EventLoop eventLoop;
    private final List<Connection> connections = new ArrayList<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> clock;
    private long beganNanos;
    private int next;

    OpenLoop(List<byte[]> requests, int perSecond, int connections, Answers answers, EventLoop eventLoop) {
        this.requests = requests;
        this.nanosBetween = 1e9 / perSecond;
        this.wanted = connections;
        this.answers = answers;
        this.eventLoop = eventLoop;
    }

    @Override
    public void connected(Connection connection) {
        connections.add(connection);
        idle.push(connection);
        if (connections.size() == wanted) {
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
        if (busy) {
            answers.lost();
        } else {
            idle.remove(connection);
        }
    }

    void close() {
        if (clock != null) {
            clock.cancel(false);
        }
        connections.forEach(Connection::close);
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
