package io.sluice.ledger;

import io.sluice.core.event.kafka.KafkaWarmUp;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The ledger writer as an application; everything it needs to be told is in {@code ledger-writer.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({LedgerConfiguration.class, DatabaseConfiguration.class, KafkaConfiguration.class})
public class LedgerApp {

    public static void main(String[] args) {
        start(Map.of(), args);
    }

    /**
     * Starts it, beside others in one JVM if need be; returns when the schema is up to date and events are being read.
     *
     * @param properties as in {@code ledger-writer.yml}, and stronger
     */
    public static ConfigurableApplicationContext start(Map<String, Object> properties, String... args) {
        KafkaWarmUp.run();
        Stream<String> given =
                properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        return new SpringApplicationBuilder(LedgerApp.class)
                .main(LedgerApp.class)
                .properties("spring.config.name=ledger-writer")
                .run(Stream.concat(given, Stream.of(args)).toArray(String[]::new));
    }
}
