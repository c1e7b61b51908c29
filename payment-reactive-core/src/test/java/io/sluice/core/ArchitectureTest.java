package io.sluice.core;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;

/** The core's own line of the table of rooms, and what its packages may know. */
@AnalyzeClasses(packages = "io.sluice", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] DECISIONS = {
        "io.sluice.core..model..", "io.sluice.core.money..", "io.sluice.core.id.."
    };

    @ArchTest
    static final ArchRule theCoreKnowsNoOtherRoom = classes()
            .that()
            .resideInAPackage("io.sluice.core..")
            .should()
            .onlyAccessClassesThat()
            .resideOutsideOfPackages(
                    "io.sluice.edge..",
                    "io.sluice.channels..",
                    "io.sluice.callback..",
                    "io.sluice.ledger..",
                    "io.sluice.notifier..",
                    "io.sluice.sandbox..");

    @ArchTest
    static final ArchRule decisionsArePure = noClasses()
            .that()
            .resideInAnyPackage(DECISIONS)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "reactor..",
                    "org.springframework..",
                    "io.r2dbc..",
                    "io.netty..",
                    "org.apache.kafka..",
                    "io.micrometer..");

    @ArchTest
    static final ArchRule decisionsAreToldTheTimeAndTheDice = noClasses()
            .that()
            .resideInAnyPackage("io.sluice.core..model..")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class)
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule kafkaStaysBehindItsPort = noClasses()
            .that()
            .resideInAPackage("io.sluice.core..")
            .and()
            .resideOutsideOfPackages("..kafka..", "io.sluice.core")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.kafka..", "reactor.kafka..");

    @ArchTest
    static final ArchRule sqlStaysBehindItsPorts = noClasses()
            .that()
            .resideInAPackage("io.sluice.core.payment")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.r2dbc..", "org.springframework..");

    /** What is kept in memory alone is for tests and simulations. */
    @ArchTest
    static final ArchRule nothingThatRunsForMerchantsKeepsItsRowsInMemory = noClasses()
            .that()
            .resideOutsideOfPackages("io.sluice.core.memory..", "io.sluice.sandbox..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.sluice.core.memory..");
}
