package io.sluice.compare.contestant;

import io.sluice.compare.stub.StubServer;
import java.nio.file.Path;
import java.util.Map;

/** The stub channel's process. */
record Stub(JvmProcess process, int port) implements AutoCloseable {
    static final int DELAY_MS = 100;

    static Stub start(Path folder, int port) {
        var process = JvmProcess.start(
                "stub",
                folder,
                System.getProperty("java.class.path"),
                Map.of(),
                StubServer.class.getName(),
                String.valueOf(port),
                String.valueOf(DELAY_MS));
        process.await(() -> Listening.on(port));
        return new Stub(process, port);
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    /** The second channel, that can be told to be slow. */
    String otherUrl() {
        return url() + StubServer.OTHER;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.close();
    }
}
