package io.sluice.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StartArgumentsTest {

    @Test
    void propertiesComeAsArguments() {
        assertThat(StartArguments.of(Map.of("server.port", 8081), "--debug"))
                .containsExactly("--server.port=8081", "--debug");
    }
}
