package io.sluice.core.observe;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.util.StringUtils;

/**
 * Sends spans to {@code SLUICE_OTLP_ENDPOINT} where one is given, a tenth of them unless told otherwise. Without one
 * nothing is recorded and no exporter exists; an exporter with an empty address would complain without end.
 */
final class OtlpEndpoint implements EnvironmentPostProcessor {

    private static final String DEFAULT_PROBABILITY = "0.1";

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String endpoint = environment.getProperty("SLUICE_OTLP_ENDPOINT");
        if (StringUtils.hasText(endpoint)) {
            Map<String, Object> export = Map.of(
                    "management.opentelemetry.tracing.export.otlp.endpoint",
                    endpoint,
                    "management.tracing.sampling.probability",
                    "${SLUICE_TRACING_PROBABILITY:" + DEFAULT_PROBABILITY + "}");
            environment.getPropertySources().addFirst(new MapPropertySource("sluice otlp", export));
        }
    }
}
