package io.sluice.sandbox.servers;

import io.sluice.sandbox.servers.Faults.Kind;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.function.Consumer;

/** One client's connection through a proxy: two pumps, one a direction. */
final class ProxiedConnection {
    private static final int CHUNK_BYTES = 16 << 10;

    private final Socket client;
    private final Socket server = new Socket();
    private final Faults faults;
    private final Consumer<ProxiedConnection> whenEnded;
    private volatile boolean serverAbandoned;
    private volatile boolean answersLost;

    ProxiedConnection(Socket client, Faults faults, Consumer<ProxiedConnection> whenEnded) {
        this.client = client;
        this.faults = faults;
        this.whenEnded = whenEnded;
    }

    void open(InetSocketAddress target) {
        try {
            if (faults.kind() == Kind.HALF_OPEN) {
                abandonServer();
            } else {
                server.connect(target);
                server.setTcpNoDelay(true);
                Thread.startVirtualThread(this::pumpAnswers);
            }
            client.setTcpNoDelay(true);
            pumpRequests();
        } catch (IOException e) {
            reset();
        }
    }

    void reset() {
        Sockets.reset(client);
        Sockets.reset(server);
        whenEnded.accept(this);
    }

    void abandonServer() {
        serverAbandoned = true;
        Sockets.close(server);
    }

    boolean hasLostAnswers() {
        return answersLost;
    }

    private void pumpRequests() {
        pump(client, this::toServer);
        end();
    }

    private void pumpAnswers() {
        pump(server, this::toClient);
        if (!serverAbandoned) {
            end();
        }
    }

    private void pump(Socket from, Sink sink) {
        var chunk = new byte[CHUNK_BYTES];
        try {
            for (int length = read(from, chunk); length >= 0; length = read(from, chunk)) {
                faults.await();
                sink.write(chunk, length);
            }
        } catch (IOException | InterruptedException e) {
            // An end like any other; the caller closes both sides.
        }
    }

    private static int read(Socket from, byte[] chunk) throws IOException {
        return from.getInputStream().read(chunk);
    }

    private void toServer(byte[] chunk, int length) throws IOException {
        if (!serverAbandoned) {
            server.getOutputStream().write(chunk, 0, length);
        }
    }

    private void toClient(byte[] chunk, int length) throws IOException {
        answersLost |= faults.kind() == Kind.LOST_ANSWERS;
        if (!answersLost && !serverAbandoned) {
            client.getOutputStream().write(chunk, 0, length);
        }
    }

    private void end() {
        Sockets.close(client);
        Sockets.close(server);
        whenEnded.accept(this);
    }

    private interface Sink {
        void write(byte[] chunk, int length) throws IOException;
    }
}
