package io.sluice.sandbox.servers;

import io.sluice.sandbox.servers.EmbeddedKafka.Listeners;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The settings of a Kafka that is alone: no replicas to wait for, and elections that it can only win. */
final class BrokerSettings {
    private static final Map<String, String> ALONE = Map.ofEntries(
            Map.entry("process.roles", "broker,controller"),
            Map.entry("node.id", "1"),
            Map.entry("controller.listener.names", "CONTROLLER"),
            Map.entry("inter.broker.listener.name", "DIRECT"),
            Map.entry("auto.create.topics.enable", "false"),
            Map.entry("offsets.topic.replication.factor", "1"),
            Map.entry("offsets.topic.num.partitions", "4"),
            Map.entry("transaction.state.log.replication.factor", "1"),
            Map.entry("transaction.state.log.min.isr", "1"),
            Map.entry("transaction.state.log.num.partitions", "4"),
            Map.entry("share.coordinator.state.topic.replication.factor", "1"),
            Map.entry("share.coordinator.state.topic.min.isr", "1"),
            Map.entry("share.coordinator.state.topic.num.partitions", "4"),
            Map.entry("group.initial.rebalance.delay.ms", "0"),
            // There is nobody to hand its partitions to, and it would wait for that.
            Map.entry("controlled.shutdown.enable", "false"),
            Map.entry("controller.quorum.election.timeout.ms", "100"),
            Map.entry("controller.quorum.election.backoff.max.ms", "100"),
            Map.entry("controller.quorum.fetch.timeout.ms", "200"),
            // Its registration must lapse before it may register again, so each restart waits for this.
            Map.entry("broker.session.timeout.ms", "1000"),
            Map.entry("broker.heartbeat.interval.ms", "100"),
            Map.entry("log.segment.bytes", String.valueOf(64 << 20)),
            Map.entry("log.cleaner.dedupe.buffer.size", String.valueOf(4 << 20)));

    private BrokerSettings() {}

    static Map<String, String> of(Listeners listeners, Path data) {
        var advertised = new HashMap<>(Map.of("DIRECT", listeners.direct()));
        listeners.proxied().ifPresent(proxied -> advertised.put("PROXIED", proxied.advertised()));
        var listening = new HashMap<>(Map.of("DIRECT", listeners.direct(), "CONTROLLER", listeners.controller()));
        listeners.proxied().ifPresent(proxied -> listening.put("PROXIED", proxied.port()));
        var settings = new HashMap<>(ALONE);
        settings.put("log.dirs", data.toString());
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + listeners.controller());
        settings.put("listeners", addresses(listening));
        settings.put("advertised.listeners", addresses(advertised));
        settings.put(
                "listener.security.protocol.map",
                listening.keySet().stream().map(name -> name + ":PLAINTEXT").collect(Collectors.joining(",")));
        return settings;
    }

    private static String addresses(Map<String, Integer> ports) {
        return ports.entrySet().stream()
                .map(listener -> listener.getKey() + "://127.0.0.1:" + listener.getValue())
                .collect(Collectors.joining(","));
    }
}
