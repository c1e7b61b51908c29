package io.sluice.sandbox.servers;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.IOException;
import java.util.Collections;
import org.junit.jupiter.api.Test;

@AnalyzeClasses(packages = "io.sluice.sandbox.servers")
final class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_THE_GATEWAY = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAPackage("io.sluice..").and(resideOutsideOfPackage("io.sluice.sandbox.servers..")));

    @Test
    void brokerBringsNoLogBindingOfItsOwn() throws IOException {
        var bindings = getClass().getClassLoader().getResources("META-INF/services/org.slf4j.spi.SLF4JServiceProvider");
        assertThat(Collections.list(bindings)).singleElement().asString().contains("logback");
    }
}
