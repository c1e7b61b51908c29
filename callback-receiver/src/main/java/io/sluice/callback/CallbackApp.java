package io.sluice.callback;

import io.sluice.core.CoreConfiguration;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** Takes channels' callbacks and asks channels about what they did not say. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import(CoreConfiguration.class)
public class CallbackApp {

    public static void main(String[] args) {
        start(Map.of(), args);
    }

    /** Starts the app; {@code properties} take precedence over its configuration file and the environment. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties, String... args) {
        Stream<String> given =
                properties.entrySet().stream().map(entry -> "--" + entry.getKey() + "=" + entry.getValue());
        return new SpringApplicationBuilder(CallbackApp.class)
                .properties("spring.config.name=callback-receiver")
                .run(Stream.concat(given, Stream.of(args)).toArray(String[]::new));
    }
}
