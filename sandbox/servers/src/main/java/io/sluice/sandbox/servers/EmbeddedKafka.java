package io.sluice.sandbox.servers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * Kafka, one node that is broker and controller, as a JVM of its own with the class path of this one. Topics exist when
 * somebody creates them, not before.
 */
public final class EmbeddedKafka extends EmbeddedServer {
    private static final List<String> JVM_FLAGS = List.of(
            "-Xms128m",
            "-Xmx384m",
            "-XX:+UseSerialGC",
            "-Dlogback.configurationFile=io/sluice/sandbox/servers/broker-logback.xml",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Listeners listeners;
    private final List<String> jvmFlags;

    private EmbeddedKafka(Path folder, Listeners listeners, List<String> jvmFlags) {
        super("Kafka", folder, listeners.direct());
        this.listeners = listeners;
        this.jvmFlags = Stream.concat(JVM_FLAGS.stream(), jvmFlags.stream()).toList();
    }

    /**
     * Where it listens.
     *
     * @param direct the port for clients that connect directly
     * @param controller the port on which the node talks to itself
     * @param proxied for clients that come through a proxy
     */
    public record Listeners(int direct, int controller, Optional<Proxied> proxied) {
        /** Resolves each 0 to a free port. */
        public Listeners {
            direct = Ports.orFree(direct);
            controller = Ports.orFree(controller);
        }

        /** Only direct clients, with any port for the controller. */
        public static Listeners on(int port) {
            return new Listeners(port, 0, Optional.empty());
        }

        public Listeners with(Proxied listener) {
            return new Listeners(direct, controller, Optional.of(listener));
        }
    }

    /**
     * A second listener, for a proxy that stands between it and its clients.
     *
     * @param port where Kafka listens for the proxy
     * @param advertised the proxy's own port, which Kafka tells the clients of this listener
     */
    public record Proxied(int port, int advertised) {}

    /** Starts a Kafka with its log in the folder, on the port or on a free one for 0. */
    public static EmbeddedKafka start(Path folder, int port) {
        return start(folder, Listeners.on(port));
    }

    public static EmbeddedKafka start(Path folder, Listeners listeners) {
        return start(folder, listeners, List.of());
    }

    /** The same with more flags for its JVM. */
    public static EmbeddedKafka start(Path folder, Listeners listeners, List<String> jvmFlags) {
        var server = new EmbeddedKafka(folder, listeners, jvmFlags);
        server.start();
        return server;
    }

    public String bootstrapServers() {
        return host() + ":" + port();
    }

    @Override
    Launch launch() throws IOException {
        Ports.requireFree("Kafka's controller", listeners.controller());
        var properties = new Properties();
        properties.putAll(BrokerSettings.of(listeners, folder().resolve("data")));
        var file = folder().resolve("server.properties");
        try (var writer = Files.newBufferedWriter(file)) {
            properties.store(writer, null);
        }
        Files.deleteIfExists(readyFile());
        return new Launch("Kafka", List.of(), command(file), folder(), Launch.StopBy.END_OF_INPUT);
    }

    @Override
    boolean isReady(long pid) {
        return Files.exists(readyFile());
    }

    private List<String> command(Path settings) {
        return JavaCommand.of(
                jvmFlags, KafkaBroker.class, settings.toString(), readyFile().toString());
    }

    private Path readyFile() {
        return folder().resolve("ready");
    }
}
