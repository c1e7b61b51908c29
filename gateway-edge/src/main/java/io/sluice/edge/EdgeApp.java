package io.sluice.edge;

import io.sluice.core.CoreConfiguration;
import io.sluice.core.app.SharedEventLoops;
import io.sluice.core.app.StartArguments;
import io.sluice.edge.management.Secrets;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;

/** The merchants' HTTP API. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan
@Import({CoreConfiguration.class, SharedEventLoops.class})
public class EdgeApp {

    /** {@code create-secrets DIR} makes what the first start needs; without it, the app starts. */
    public static void main(String[] args) {
        if (args.length == 2 && "create-secrets".equals(args[0])) {
            Secrets.create(Path.of(args[1]));
            return;
        }
        start(Map.of(), args);
    }

    /** Starts the app; {@code properties} take precedence over its configuration file, as the sandbox needs it. */
    public static ConfigurableApplicationContext start(Map<String, Object> properties, String... args) {
        return new SpringApplicationBuilder(EdgeApp.class)
                .properties("spring.config.name=gateway-edge")
                .run(StartArguments.of(properties, args));
    }
}
