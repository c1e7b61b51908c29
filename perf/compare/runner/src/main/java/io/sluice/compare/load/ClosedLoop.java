package io.sluice.compare.load;

import java.util.ArrayList;
import java.util.List;

/** Every connection sends its next request when its last one was answered. */
final class ClosedLoop implements Connection.Listener {
    private final List<byte[]> requests;
    private final Tally tally;
    private final List<Connection> connections = new ArrayList<>();
    private int next;

    ClosedLoop(List<byte[]> requests, Tally tally) {
        this.requests = requests;
        this.tally = tally;
    }

    @Override
    public void connected(Connection connection) {
        connections.add(connection);
        sendNext(connection);
    }

    @Override
    public void answered(Connection connection, int status, long startedNanos) {
        tally.answered(status, startedNanos);
        sendNext(connection);
    }

    @Override
    public void lost(Connection connection, boolean busy) {
        if (busy) {
            tally.lost();
        }
    }

    void close() {
        connections.forEach(Connection::close);
    }

    private void sendNext(Connection connection) {
        if (next < requests.size()) {
            connection.send(requests.get(next++), System.nanoTime());
        }
    }
}
