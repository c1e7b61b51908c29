package io.sluice.notifier;

import io.sluice.core.app.SharedEventLoops;
import io.sluice.core.app.StartArguments;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Reads payment events and delivers them to merchants as signed webhooks. Serves nothing but its management port. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableConfigurationProperties(NotifierProperties.class)
@Import({
    DatabaseConfiguration.class,
    DeliveryConfiguration.class,
    IntakeConfiguration.class,
    LifecycleConfiguration.class,
    SharedEventLoops.class
})
public class NotifierApp {

    public static void main(String[] args) {
        start(Map.of(), args);
    }

    /** @param properties win over {@code merchant-notifier.yml} and the environment */
    public static ConfigurableApplicationContext start(Map<String, Object> properties, String... args) {
        return new SpringApplicationBuilder(NotifierApp.class)
                .properties("spring.config.name=merchant-notifier")
                .run(StartArguments.of(properties, args));
    }
}
