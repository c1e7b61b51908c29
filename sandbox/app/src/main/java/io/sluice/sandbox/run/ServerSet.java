package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.servers.EmbeddedKafka;
import io.sluice.sandbox.servers.EmbeddedPostgres;
import io.sluice.sandbox.servers.EmbeddedRedis;
import io.sluice.sandbox.servers.EmbeddedServer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** PostgreSQL, Redis and Kafka of one sandbox, by name. */
public final class ServerSet implements AutoCloseable {
    public static final String POSTGRES = "postgres";
    public static final String REDIS = "redis";
    public static final String KAFKA = "kafka";

    private final Place place;
    private final Ways ways;
    private final Map<String, EmbeddedServer> servers = new ConcurrentHashMap<>();

    ServerSet(Place place, Ways ways) {
        this.place = place;
        this.ways = ways;
    }

    void startPostgres() {
        servers.put(POSTGRES, EmbeddedPostgres.start(place.servers(POSTGRES), place.port(Port.POSTGRES)));
    }

    void startRedis() {
        servers.put(
                REDIS,
                EmbeddedRedis.start(place.servers(REDIS), place.port(Port.REDIS), EmbeddedRedis.Durability.PERSISTENT));
    }

    void startKafka() {
        var listeners =
                new EmbeddedKafka.Listeners(place.port(Port.KAFKA), place.port(Port.KAFKA_CONTROLLER), proxied());
        servers.put(KAFKA, EmbeddedKafka.start(place.servers(KAFKA), listeners));
    }

    /** Kafka tells its clients where it is, so it has to know what stands before it. */
    private Optional<EmbeddedKafka.Proxied> proxied() {
        return ways.kafka() == place.port(Port.KAFKA)
                ? Optional.empty()
                : Optional.of(new EmbeddedKafka.Proxied(place.port(Port.KAFKA_PROXIED), ways.kafka()));
    }

    public Optional<EmbeddedServer> find(String name) {
        return Optional.ofNullable(servers.get(name));
    }

    long pid(String name) {
        return find(name)
                .filter(EmbeddedServer::isRunning)
                .map(EmbeddedServer::pid)
                .orElse(0L);
    }

    @Override
    public void close() {
        Parallel.run(List.copyOf(servers.values()).stream()
                .<Runnable>map(server -> server::close)
                .toList());
    }
}
