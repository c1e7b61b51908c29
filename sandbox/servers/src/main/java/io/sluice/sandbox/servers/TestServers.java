package io.sluice.sandbox.servers;

import io.sluice.sandbox.servers.EmbeddedKafka.Listeners;
import io.sluice.sandbox.servers.EmbeddedKafka.Proxied;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * One server of each kind a JVM, for tests: started when first asked for, with data in a temporary folder that goes when
 * the JVM does. A test that stops, kills or pauses one starts or resumes it in the end, for others share it.
 */
public final class TestServers {
    private static final TestFolder FOLDER = new TestFolder();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    /** A broker that lives for a minute never earns back what its compiler costs. */
    private static final List<String> SHORT_LIVED = List.of("-XX:TieredStopAtLevel=1");

    private static final Lazy<EmbeddedPostgres> POSTGRES =
            new Lazy<>(() -> FOLDER.owns(EmbeddedPostgres.start(folder("postgres"), 0)));
    private static final Lazy<EmbeddedRedis> REDIS =
            new Lazy<>(() -> FOLDER.owns(EmbeddedRedis.start(folder("redis"), 0, EmbeddedRedis.Durability.IN_MEMORY)));
    private static final Lazy<FaultProxy> KAFKA_PROXY = new Lazy<>(() -> FaultProxy.to("127.0.0.1", Ports.free()));
    private static final Lazy<EmbeddedKafka> KAFKA =
            new Lazy<>(() -> FOLDER.owns(EmbeddedKafka.start(folder("kafka"), kafkaListeners(), SHORT_LIVED)));

    private TestServers() {}

    public static EmbeddedPostgres postgres() {
        return POSTGRES.get();
    }

    public static EmbeddedRedis redis() {
        return REDIS.get();
    }

    public static EmbeddedKafka kafka() {
        return KAFKA.get();
    }

    /** The proxy in front of {@link #kafka()}: clients that bootstrap here stay behind it. */
    public static FaultProxy kafkaProxy() {
        kafka();
        return KAFKA_PROXY.get();
    }

    /** A new proxy in front of a server. For Kafka see {@link #kafkaProxy()}, whose address Kafka has to know. */
    public static FaultProxy proxyTo(EmbeddedServer server) {
        return FaultProxy.to(server.host(), server.port());
    }

    /** A new and empty database of {@link #postgres()}, so that a test class is alone with its rows. */
    public static Database freshDatabase() {
        return postgres().createDatabase("test_" + DATABASES.incrementAndGet());
    }

    /** For a server of the test's own; no outgoing connection takes it meanwhile. */
    public static int freePort() {
        return Ports.free();
    }

    /** Starts all of them at once, for tests that need all and are in a hurry. */
    public static void startAll() {
        Stream.<Runnable>of(TestServers::postgres, TestServers::redis, TestServers::kafka)
                .map(Thread::startVirtualThread)
                .toList()
                .forEach(TestServers::join);
        postgres();
        redis();
        kafka();
    }

    private static Listeners kafkaListeners() {
        var proxy = KAFKA_PROXY.get();
        return Listeners.on(0).with(new Proxied(proxy.targetPort(), proxy.port()));
    }

    private static Path folder(String name) {
        return FOLDER.path().resolve(name);
    }

    private static void join(Thread thread) {
        Waiting.until(Duration.ofMinutes(2), () -> !thread.isAlive());
    }
}
