package io.sluice.channels.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server that reads requests and writes bytes as it is told, a virtual thread for each connection. */
final class RawServer implements AutoCloseable {

    /** What is done on one connection, which is closed at its end. */
    @FunctionalInterface
    interface Play {
        void on(Peer peer) throws IOException;
    }

    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

    private final ServerSocket door;
    private final Play play;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final AtomicInteger ended = new AtomicInteger();

    RawServer(Play play) {
        this(play, freshDoor());
    }

    RawServer(Play play, ServerSocket door) {
        this.play = play;
        this.door = door;
        Thread.startVirtualThread(this::admit);
    }

    /** Answers every request with the same. */
    static RawServer answering(String answer) {
        return new RawServer(peer -> {
            while (peer.hears()) {
                peer.say(answer);
            }
        });
    }

    static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    static ServerSocket freshDoor() {
        try {
            return new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often somebody connected. */
    int connections() {
        return sockets.size();
    }

    /** How many of these connections are over for the server. */
    int ended() {
        return ended.get();
    }

    private void admit() {
        try {
            while (true) {
                Socket socket = door.accept();
                socket.setTcpNoDelay(true);
                sockets.add(socket);
                int number = sockets.size();
                Thread.startVirtualThread(() -> play(new Peer(socket, number)));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void play(Peer peer) {
        try (peer.socket) {
            play.on(peer);
        } catch (IOException broken) {
            // The client went away.
        } finally {
            ended.incrementAndGet();
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

    /**
     * The server's end of a connection.
     *
     * @param number counts connections from 1
     */
    record Peer(Socket socket, int number) {

        /** A whole request, or the empty text when there is none any more. */
        String request() throws IOException {
            InputStream in = socket.getInputStream();
            var head = new ByteArrayOutputStream();
            while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
                int next = in.read();
                if (next < 0) {
                    return "";
                }
                head.write(next);
            }
            String text = head.toString(StandardCharsets.US_ASCII);
            Matcher length = LENGTH.matcher(text);
            byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
            return text + new String(body, StandardCharsets.UTF_8);
        }

        boolean hears() throws IOException {
            return !request().isEmpty();
        }

        /** In one packet, as far as the kernel likes. */
        void say(String bytes) throws IOException {
            socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
        }

        void sayByteByByte(String bytes) throws IOException {
            OutputStream out = socket.getOutputStream();
            for (byte each : bytes.getBytes(StandardCharsets.ISO_8859_1)) {
                out.write(each);
                out.flush();
                LockSupport.parkNanos(100_000);
            }
        }

        /** Ends it with a reset instead of an orderly end. */
        void reset() throws IOException {
            socket.setSoLinger(true, 0);
            socket.close();
        }

        /** Says no more; over when the client has noticed and ended it too. */
        void finish() throws IOException {
            socket.shutdownOutput();
            listen();
        }

        /** Until the client ends it. */
        void listen() throws IOException {
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        }
    }
}
