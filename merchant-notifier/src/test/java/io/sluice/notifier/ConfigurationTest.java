package io.sluice.notifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** The environment variables of docs and images are those that the configuration file asks for. */
class ConfigurationTest {

    @Test
    void theOneServerIsTheManagementPortAndStaysAtHomeUnlessTold() throws IOException {
        assertThat(value(Map.of(), "server.address")).isEqualTo("127.0.0.1");
        assertThat(value(Map.of(), "server.port")).isEqualTo("9083");
        assertThat(value(Map.of(), "management.server.port")).isEqualTo("9083");
    }

    @Test
    void theManagementPortIsWhereTheEnvironmentSays() throws IOException {
        Map<String, Object> variables = Map.of(
                "SLUICE_NOTIFIER_MANAGEMENT_ADDRESS", "0.0.0.0",
                "SLUICE_NOTIFIER_MANAGEMENT_PORT", "19083");

        assertThat(value(variables, "server.address")).isEqualTo("0.0.0.0");
        assertThat(value(variables, "server.port")).isEqualTo("19083");
        assertThat(value(variables, "management.server.port")).isEqualTo("19083");
    }

    private static String value(Map<String, Object> variables, String property) throws IOException {
        List<PropertySource<?>> file =
                new YamlPropertySourceLoader().load("file", new ClassPathResource("merchant-notifier.yml"));
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("variables", variables));
        file.forEach(environment.getPropertySources()::addLast);
        return environment.getRequiredProperty(property);
    }
}
