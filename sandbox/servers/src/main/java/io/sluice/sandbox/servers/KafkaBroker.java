package io.sluice.sandbox.servers;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** The JVM in which Kafka runs. It ends when its standard input does, so it never outlives its parent. */
final class KafkaBroker {
    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(10);

    /** Sixteen bytes in Base64; the same for all, so that a log once formatted is known again. */
    private static final String CLUSTER_ID = "c2x1aWNlLXNhbmRib3gtMQ";

    private KafkaBroker() {}

    /** Takes the file of settings and the file to create when Kafka serves. */
    public static void main(String[] arguments) {
        watchParent();
        try {
            serve(arguments);
        } catch (Exception | LinkageError e) {
            e.printStackTrace();
            System.err.println(rootCause(e));
            Runtime.getRuntime().halt(1);
        }
    }

    private static void serve(String[] arguments) throws Exception {
        var settings = new Properties();
        try (var reader = Files.newBufferedReader(Path.of(arguments[0]))) {
            settings.load(reader);
        }
        format(settings.getProperty("log.dirs"));
        var server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "kafka-shutdown"));
        server.startup();
        Files.createFile(Path.of(arguments[1]));
        server.awaitShutdown();
    }

    /** Does nothing to a log that has its format already. */
    private static void format(String data) throws Exception {
        new Formatter()
                .setNodeId(1)
                .setClusterId(CLUSTER_ID)
                .addDirectory(data)
                .setMetadataLogDirectory(data)
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setIgnoreFormatted(true)
                .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                .run();
    }

    /** For the last line of the log, which is what the parent shows. */
    private static Throwable rootCause(Throwable failure) {
        var cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private static void watchParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(KafkaBroker::exitWithInput);
    }

    private static void exitWithInput() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // As good as its end.
        }
        Thread.ofPlatform().daemon().name("shutdown-limit").start(KafkaBroker::haltAfterLimit);
        System.exit(0);
    }

    private static void haltAfterLimit() {
        Waiting.sleep(SHUTDOWN_LIMIT);
        Runtime.getRuntime().halt(1);
    }
}
