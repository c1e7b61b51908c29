package io.sluice.core.observe;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.ResourcePropertySource;

/** Gives every app the settings of {@code defaults.properties}, weaker than all others. */
final class ObservabilityDefaults implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        try {
            var defaults = new ClassPathResource("defaults.properties", ObservabilityDefaults.class);
            environment.getPropertySources().addLast(new ResourcePropertySource("sluice observability", defaults));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
