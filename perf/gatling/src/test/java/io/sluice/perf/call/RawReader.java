package io.sluice.perf.call;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Asks for all of a merchant's events as a stream, and reads it or never does: what Gatling's client cannot do. */
public final class RawReader implements AutoCloseable {
    private static final String TARGET = "/v1/events";
    private static final String GRANTED = "HTTP/1.1 200";
    private static final int RECEIVE_BYTES = 4096;
    private static final int MOST_TRIES = 10;
    private static final Duration COMES_AGAIN_AFTER = Duration.ofSeconds(1);

    /** Of what was under way when it stalled. More than that comes only from one who still sends. */
    private static final int MOST_LEFT_BYTES = 2 * 1024 * 1024;

    private final Socket socket;

    private RawReader(Socket socket) {
        this.socket = socket;
    }

    /** Connects, asks, and reads nothing but that it is granted; who is refused comes again. Blocks for that long. */
    public static RawReader open(Merchant merchant) throws IOException {
        for (int i = 0; i < MOST_TRIES; i++) {
            Socket socket = ask(merchant);
            String answer = new String(socket.getInputStream().readNBytes(GRANTED.length()), StandardCharsets.US_ASCII);
            if (answer.equals(GRANTED)) {
                return new RawReader(socket);
            }
            socket.close();
            pause();
        }
        throw new IOException("refused " + MOST_TRIES + " times");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(COMES_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }

    private static Socket ask(Merchant merchant) throws IOException {
        URI edge = URI.create(Settings.edge());
        SignedCall call = merchant.call("GET", TARGET);
        var socket = new Socket();
        socket.setReceiveBufferSize(RECEIVE_BYTES);
        socket.connect(new InetSocketAddress(edge.getHost(), edge.getPort()), (int)
                Duration.ofSeconds(10).toMillis());
        String request = "GET " + TARGET + " HTTP/1.1\r\nHost: " + edge.getAuthority()
                + "\r\nAccept: text/event-stream\r\nSignature-Input: " + call.input() + "\r\nSignature: "
                + call.signature() + "\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Reads until the stream ends, or this is closed. Blocks for that long. */
    public void readOn() {
        try {
            socket.getInputStream().skip(Long.MAX_VALUE);
        } catch (IOException e) {
            // Closed, here or there.
        }
    }

    /** Whether the gateway has ended the stream: what is left can be read, and behind it nothing comes. */
    public boolean isDropped() {
        try {
            socket.setSoTimeout((int) Duration.ofSeconds(1).toMillis());
            byte[] buffer = new byte[64 * 1024];
            long left = 0;
            int read = 0;
            while (read >= 0 && left < MOST_LEFT_BYTES) {
                read = socket.getInputStream().read(buffer);
                left += read;
            }
            return read < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            // It is gone all the same.
        }
    }
}
