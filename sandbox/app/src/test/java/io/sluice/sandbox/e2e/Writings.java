package io.sluice.sandbox.e2e;

import io.sluice.sandbox.books.SandboxDatabase;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.run.ServerSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All that a sandbox has written down, as texts by where they are. */
final class Writings {
    static final String LOG = "the apps' log";
    static final String TOPICS = "Kafka's topics";
    static final String TABLES = "PostgreSQL's tables";
    static final String REDIS = "Redis's log of writes";
    static final String SERVER_LOGS = "the servers' logs";
    static final String BANK = "the simulated bank's journal";
    static final String WEBHOOKS = "the webhooks as received";

    private static final Set<String> LOG_FILES = Set.of("postgresql.log", "redis.log", "kafka.log");

    private final Place place;

    Writings(Place place) {
        this.place = place;
    }

    Map<String, String> all() {
        Map<String, String> texts = new LinkedHashMap<>();
        // In JSON a slash may be escaped, and keys in base64 have slashes.
        texts.put(LOG, SandboxFixture.log().text().replace("\\/", "/"));
        texts.put(TOPICS, TopicBytes.all(place));
        texts.put(TABLES, tables());
        texts.put(REDIS, redis());
        texts.put(SERVER_LOGS, files(place.folder().resolve("servers"), LOG_FILES::contains));
        texts.put(BANK, files(place.simulator(Simulator.BANK), name -> name.equals("journal.jsonl")));
        texts.put(WEBHOOKS, files(place.webhooks(), name -> true));
        return texts;
    }

    private String tables() {
        try (var database = SandboxDatabase.open(place)) {
            return database.query("""
                            select format('select t::text from %I.%I t', schemaname, tablename) from pg_tables
                            where schemaname not in ('pg_catalog', 'information_schema')""", row -> String.valueOf(row.getString(1))).stream()
                    .flatMap(table -> database.query(table, row -> String.valueOf(row.getString(1))).stream())
                    .collect(Collectors.joining("\n"));
        }
    }

    /** Every write since its start, those that have gone again included. */
    private String redis() {
        return files(place.servers(ServerSet.REDIS), name -> !LOG_FILES.contains(name));
    }

    private static String files(Path folder, Predicate<String> wanted) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> wanted.test(String.valueOf(file.getFileName())))
                    .map(Writings::text)
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
