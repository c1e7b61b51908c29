package io.sluice.sandbox.servers;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Redis. */
public final class EmbeddedRedis extends EmbeddedServer {
    private static final int PING_TIMEOUT_MS = 500;

    private final Durability durability;

    private EmbeddedRedis(Path folder, int port, Durability durability) {
        super("Redis", folder, port);
        this.durability = durability;
    }

    /** Whether data outlive the process. */
    public enum Durability {
        /** Each restart begins empty. */
        IN_MEMORY("no"),
        /** Data survive restarts; a power failure may cost the last second. */
        PERSISTENT("yes");

        private final String appendOnly;

        Durability(String appendOnly) {
            this.appendOnly = appendOnly;
        }
    }

    /** Starts a Redis with its files in the folder, on the port or on a free one for 0. */
    public static EmbeddedRedis start(Path folder, int port, Durability durability) {
        var server = new EmbeddedRedis(folder, port, durability);
        server.start();
        return server;
    }

    public String url() {
        return "redis://" + host() + ":" + port();
    }

    @Override
    Launch launch() throws IOException {
        var binary = BinaryCache.folder("redis", EmbeddedRedis::unpackInto).resolve("redis-server");
        var command = List.of(
                binary.toString(),
                "--port",
                String.valueOf(port()),
                "--bind",
                host(),
                "--dir",
                folder().toString(),
                "--save",
                "",
                "--appendonly",
                durability.appendOnly);
        return new Launch("Redis", List.of(), command, folder(), Launch.StopBy.TERMINATE);
    }

    @Override
    boolean isReady(long pid) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(host(), port()), PING_TIMEOUT_MS);
            socket.setSoTimeout(PING_TIMEOUT_MS);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException e) {
            return false;
        }
    }

    private static void unpackInto(Path folder) throws IOException {
        var resource = "redis-server-7.0.15-%s-%s"
                .formatted(Platform.HERE.system(), Platform.HERE.arm64() ? "arm64" : "amd64");
        var binary = folder.resolve("redis-server");
        try (var stream = BinaryCache.open("Redis", resource)) {
            Files.copy(stream, binary);
        }
        if (!binary.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + binary + " executable");
        }
    }
}
