package io.sluice.ledger;

import io.sluice.core.app.SharedEventLoops;
import io.sluice.core.app.StartArguments;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** The ledger writer as an application; everything it needs to be told is in {@code ledger-writer.yml}. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({LedgerConfiguration.class, DatabaseConfiguration.class, KafkaConfiguration.class, SharedEventLoops.class})
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
        return new SpringApplicationBuilder(LedgerApp.class)
                .main(LedgerApp.class)
                .properties("spring.config.name=ledger-writer")
                .run(StartArguments.of(properties, args));
    }
}
