package io.sluice.notifier;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "io.sluice.notifier", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_EVENTS_IDS_SECRETS_AND_WRITING = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.sluice..")
                    .and(not(resideInAnyPackage(
                            "io.sluice.notifier..",
                            "io.sluice.core.app..",
                            "io.sluice.core.event..",
                            "io.sluice.core.id..",
                            "io.sluice.core.observe..",
                            "io.sluice.core.secret..",
                            "io.sluice.core.gather..",
                            "io.sluice.core.r2dbc.."))));

    @ArchTest
    static final ArchRule MODELS_ARE_PURE = noClasses()
            .that()
            .resideInAPackage("..model..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "reactor..",
                    "org.springframework..",
                    "io.netty..",
                    "io.r2dbc..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "java.util.random..",
                    "java.util.concurrent.."))
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class);

    @ArchTest
    static final ArchRule KAFKA_STAYS_IN_ITS_PACKAGES =
            noClasses().should().dependOnClassesThat(resideInAnyPackage("reactor.kafka..", "org.apache.kafka.."));

    @ArchTest
    static final ArchRule ONLY_HTTP_PACKAGES_KNOW_NETTY = noClasses()
            .that()
            .resideOutsideOfPackage("..http..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("reactor.netty..", "io.netty.."));

    @ArchTest
    static final ArchRule ONLY_R2DBC_PACKAGES_KNOW_SQL = noClasses()
            .that()
            .resideOutsideOfPackages("..r2dbc..", "io.sluice.notifier")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.r2dbc..", "org.springframework.r2dbc.."));
}
