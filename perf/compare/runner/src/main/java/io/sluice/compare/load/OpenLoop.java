package io.sluice.compare.load;

import io.netty.channel.EventLoop;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Requests become due at even distances and leave on whatever connection is idle, late when none is. */
@SuppressWarnings("FutureReturnValueIgnored") // what wakes up when all is over finds nothing to do
final class OpenLoop implements Connection.Listener {
    private final List<byte[]> requests;
    private final double nanosBetween;
    private final int wanted;
    private final Answers answers;
    private final EventLoop eventLoop;
    private final Consumer<Connection.Listener> reconnect;
    private final Set<Connection> connections = new HashSet<>();
    private final Deque<Connection> idle = new ArrayDeque<>();
    private boolean begun;
    private boolean asleep;
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
        if (!begun && connections.size() == wanted) {
            begun = true;
            beganNanos = System.nanoTime();
        }
        isIdle(connection);
    }

    @Override
    public void answered(Connection connection, int status, long startedNanos) {
        answers.answered(status, startedNanos);
        isIdle(connection);
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
        Set.copyOf(connections).forEach(Connection::close);
    }

    private void isIdle(Connection connection) {
        idle.push(connection);
        if (begun && !asleep) {
            sendDue();
        }
    }

    private void wakeUp() {
        asleep = false;
        sendDue();
    }

    /** Sends what is due, and sleeps until something is; without a connection whoever brings one goes on. */
    private void sendDue() {
        while (!closed && next < requests.size() && !idle.isEmpty()) {
            long dueNanos = beganNanos + (long) (next * nanosBetween);
            long early = dueNanos - System.nanoTime();
            if (early > 0) {
                asleep = true;
                eventLoop.schedule(this::wakeUp, early, TimeUnit.NANOSECONDS);
                return;
            }
            idle.pop().send(requests.get(next), dueNanos);
            next++;
        }
    }
}
