package io.sluice.channels.bank;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stands between a terminal and its host, and passes the host's frames on as it likes. */
final class Meddler implements AutoCloseable {

    /** How one frame, without its two bytes of length, goes to the terminal. */
    @FunctionalInterface
    interface Way {
        void pass(byte[] frame, OutputStream terminal) throws IOException;
    }

    /** As they came. */
    static final Way FAITHFULLY = (frame, terminal) -> terminal.write(framed(frame.length, frame));

    private final int hostPort;
    private final ServerSocket door;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    volatile Way way = FAITHFULLY;

    Meddler(int hostPort) {
        this.hostPort = hostPort;
        try {
            this.door = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.startVirtualThread(this::admit);
    }

    /** @param stated the length that the frame says of itself */
    static byte[] framed(int stated, byte[] frame) {
        byte[] framed = new byte[frame.length + 2];
        framed[0] = (byte) (stated >> 8);
        framed[1] = (byte) stated;
        System.arraycopy(frame, 0, framed, 2, frame.length);
        return framed;
    }

    /** Whether it answers a purchase, and is not about the connection. */
    static boolean isOfPurchase(byte[] frame) {
        return frame.length > 4 && frame[1] == '2';
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often somebody connected. */
    int connections() {
        return sockets.size() / 2;
    }

    private void admit() {
        try {
            while (true) {
                Socket terminal = door.accept();
                var host = new Socket(InetAddress.getLoopbackAddress(), hostPort);
                sockets.add(terminal);
                sockets.add(host);
                Thread.startVirtualThread(() -> up(terminal, host));
                Thread.startVirtualThread(() -> down(host, terminal));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private static void up(Socket terminal, Socket host) {
        try (terminal;
                host) {
            terminal.getInputStream().transferTo(host.getOutputStream());
        } catch (IOException broken) {
            // Both ends see that it ended.
        }
    }

    private void down(Socket host, Socket terminal) {
        try (terminal;
                host) {
            var frames = new DataInputStream(host.getInputStream());
            while (true) {
                byte[] frame = frames.readNBytes(frames.readUnsignedShort());
                way.pass(frame, terminal.getOutputStream());
            }
        } catch (IOException broken) {
            // Both ends see that it ended.
        }
    }

    @Override
    public void close() {
        try {
            door.close();
            for (Socket socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
