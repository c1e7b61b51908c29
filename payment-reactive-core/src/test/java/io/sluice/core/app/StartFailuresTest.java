package io.sluice.core.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;

class StartFailuresTest {

    @Test
    void aSettingThatIsMissingIsTheWholeMessage() {
        FailureAnalysis analysis = analyze(new IllegalStateException("SLUICE_VAULT_KEYSET is not set"));

        assertThat(analysis.getDescription()).isEqualTo("SLUICE_VAULT_KEYSET is not set");
    }

    @Test
    void aDatabaseThatIsAwayIsNamedWithItsVariables() {
        FailureAnalysis analysis = analyze(new RuntimeException("flyway", new ConnectException("Connection refused")));

        assertThat(analysis.getDescription()).contains("PostgreSQL does not answer", "Connection refused");
        assertThat(analysis.getAction()).contains("SLUICE_POSTGRES_HOST");
    }

    @Test
    void whatOthersThrowIsNotOurs() {
        var foreign = new IllegalStateException("deep inside");
        foreign.setStackTrace(
                new StackTraceElement[] {new StackTraceElement("org.other.Thing", "do", "Thing.java", 1)});

        assertThat(new StartFailures().analyze(foreign)).isNull();
    }

    private static FailureAnalysis analyze(Throwable cause) {
        return new StartFailures().analyze(new BeanCreationException("of a bean", cause));
    }
}
