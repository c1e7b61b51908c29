package io.sluice.compare.contestant;

import io.sluice.compare.measure.Group;
import io.sluice.edge.signature.key.GeneratedKey;
import io.sluice.edge.signature.key.KeyGeneration;
import io.sluice.edge.signature.model.SignatureAlgorithm;
import io.sluice.sandbox.place.SandboxException;
import io.sluice.sandbox.servers.Database;
import io.sluice.sandbox.servers.EmbeddedKafka;
import io.sluice.sandbox.servers.EmbeddedPostgres;
import io.sluice.sandbox.servers.EmbeddedRedis;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What all contestants stand on: PostgreSQL and Kafka, durable as in production, the stub channel and the merchant. */
public final class Ground implements AutoCloseable {
    /**
     * Durable, and no checkpoint by itself: each load begins with one, so that nobody pays for another's. Vacuum by itself
     * rests as long between its steps as it did before PostgreSQL 12, or it takes a fifth of a core that all share for some
     * seconds of each minute. What its planner knows is as of the load's beginning as well: a log of a million events takes
     * more than a second of a core to analyze, whenever a tenth of it is new.
     */
    private static final Map<String, String> POSTGRES = Map.of(
            "fsync", "on",
            "synchronous_commit", "on",
            "full_page_writes", "on",
            "shared_buffers", "512MB",
            "max_connections", "300",
            "max_wal_size", "8GB",
            "checkpoint_timeout", "1h",
            "autovacuum_vacuum_cost_delay", "20ms",
            "autovacuum_analyze_scale_factor", "100");

    private final Path folder;
    private final MerchantKeys merchant;
    private final GeneratedKey channelKey = KeyGeneration.generate(SignatureAlgorithm.RSA_V1_5_SHA256);
    private final EmbeddedPostgres postgres;
    private final EmbeddedKafka kafka;
    private final Stub stub;

    /** Contestants that have written since their databases were vacuumed, or are about to. */
    private final Set<String> writers = ConcurrentHashMap.newKeySet();

    private Ground(Path folder, int stubPort) {
        this.folder = folder;
        this.merchant = MerchantKeys.generate(folder);
        this.postgres = EmbeddedPostgres.start(folder.resolve("postgres"), 0, POSTGRES);
        this.kafka = EmbeddedKafka.start(folder.resolve("kafka"), 0);
        this.stub = Stub.start(folder, stubPort);
    }

    /** Starts all; the folder must be on a disk that is meant. */
    public static Ground start(Path folder, int stubPort) {
        return new Ground(folder, stubPort);
    }

    Path folder() {
        return folder;
    }

    public MerchantKeys merchant() {
        return merchant;
    }

    /** With which the stub channel signs its callbacks, RSA-2048. */
    public GeneratedKey channelKey() {
        return channelKey;
    }

    Stub stub() {
        return stub;
    }

    String kafka() {
        return kafka.bootstrapServers();
    }

    Database newDatabase(String contestant) {
        writers.add(contestant);
        return postgres.createDatabase(database(contestant));
    }

    /** Never the name of a database that is there from the start. */
    static String database(String contestant) {
        return "compare_" + contestant.replace('-', '_');
    }

    int postgresPort() {
        return postgres.port();
    }

    /** A Redis for one contestant, so that the same nonces are new to each. */
    EmbeddedRedis newRedis(String contestant) {
        return EmbeddedRedis.start(folder.resolve("redis-" + contestant), 0, EmbeddedRedis.Durability.IN_MEMORY);
    }

    /** The processes that all contestants use. */
    public List<Group> processes() {
        return List.of(
                Group.of("PostgreSQL", postgres.pid()),
                Group.of("Kafka", kafka.pid()),
                Group.of("stub channel", stub.pid()));
    }

    /**
     * Vacuums what was written and writes out what is dirty, before a load and outside of what is measured. Whoever wrote
     * last is vacuumed too, or PostgreSQL would come by for that during this one's load.
     */
    public void settle(String contestant) {
        writers.add(contestant);
        writers.forEach(writer -> execute(writer, "vacuum (analyze)"));
        writers.retainAll(Set.of(contestant));
        execute(contestant, "checkpoint");
    }

    private void execute(String contestant, String command) {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database(contestant)));
                var statement = connection.createStatement()) {
            statement.execute(command);
        } catch (SQLException e) {
            throw new SandboxException("PostgreSQL did not " + command + ": " + e.getMessage(), e);
        }
    }

    /** The first column of what a query of a contestant's database finds, as text. */
    public List<String> texts(String contestant, String query) {
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database(contestant)));
                var statement = connection.createStatement();
                var found = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (found.next()) {
                texts.add(found.getString(1));
            }
            return texts;
        } catch (SQLException e) {
            throw new SandboxException("PostgreSQL did not answer: " + e.getMessage(), e);
        }
    }

    /** What became of the payments that a contestant has written. */
    public Payments payments(String contestant) {
        String count = "select count(*), count(*) filter (where state = 'SUCCEEDED'),"
                + " count(*) filter (where state = 'FAILED') from sluice.payment";
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(database(contestant)));
                var statement = connection.createStatement();
                var counted = statement.executeQuery(count)) {
            counted.next();
            return new Payments(counted.getLong(1), counted.getLong(2), counted.getLong(3));
        } catch (SQLException e) {
            throw new SandboxException("PostgreSQL does not tell its payments: " + e.getMessage(), e);
        }
    }

    /** The control API of the channel beside the one that all use, as a simulator's. */
    public String otherChannel() {
        return stub.otherUrl();
    }

    @Override
    public void close() {
        stub.close();
        kafka.close();
        postgres.close();
    }
}
