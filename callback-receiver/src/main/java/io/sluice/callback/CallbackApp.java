package io.sluice.callback;

import io.sluice.core.CoreConfiguration;
import io.sluice.core.app.SharedEventLoops;
import io.sluice.core.app.StartArguments;
import java.util.Map;
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
@Import({CoreConfiguration.class, SharedEventLoops.class})
public class CallbackApp {

    public static void main(String[] args) {
        start(Map.of(), args);
    }

    /** Starts the app; {@code properties} take precedence over its configuration file and the environment. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties, String... args) {
        return new SpringApplicationBuilder(CallbackApp.class)
                .properties("spring.config.name=callback-receiver")
                .run(StartArguments.of(properties, args));
    }
}
