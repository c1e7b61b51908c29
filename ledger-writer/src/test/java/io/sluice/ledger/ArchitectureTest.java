package io.sluice.ledger;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "io.sluice.ledger", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_EVENTS_MONEY_IDS_AND_GATHERING = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.sluice..")
                    .and(DescribedPredicate.not(resideInAnyPackage(
                            "io.sluice.ledger..",
                            "io.sluice.core.app..",
                            "io.sluice.core.event..",
                            "io.sluice.core.money..",
                            "io.sluice.core.id..",
                            "io.sluice.core.observe..",
                            "io.sluice.core.gather..",
                            "io.sluice.core.r2dbc.."))));

    @ArchTest
    static final ArchRule MODEL_IS_PURE = noClasses()
            .that()
            .resideInAPackage("..model..")
            .should()
            .dependOnClassesThat(resideInAnyPackage(
                    "reactor..",
                    "org.springframework..",
                    "io.r2dbc..",
                    "tools.jackson..",
                    "org.slf4j..",
                    "java.util.random.."))
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule KAFKA_STAYS_IN_ITS_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackage("..kafka..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("reactor.kafka..", "org.apache.kafka.."));

    @ArchTest
    static final ArchRule ONLY_R2DBC_PACKAGES_KNOW_SQL = noClasses()
            .that()
            .resideOutsideOfPackages("..r2dbc..", "io.sluice.ledger")
            .should()
            .dependOnClassesThat(resideInAPackage("io.r2dbc.."));
}
