package io.sluice.edge;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.UUID;

@AnalyzeClasses(packages = "io.sluice.edge", importOptions = DoNotIncludeTests.class)
final class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_ONLY_THE_CORE = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("io.sluice..")
                    .and(DescribedPredicate.not(resideInAnyPackage("io.sluice.edge..", "io.sluice.core.."))));

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
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule REDIS_STAYS_IN_ITS_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackage("..redis..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("io.lettuce..", "..redis.."));

    @ArchTest
    static final ArchRule KAFKA_AND_JDBC_ARE_THE_CORES = noClasses()
            .should()
            .dependOnClassesThat(
                    resideInAnyPackage("reactor.kafka..", "org.apache.kafka..", "java.sql..", "javax.sql.."));

    @ArchTest
    static final ArchRule SIGNATURES_KNOW_NO_HTTP_SERVER = noClasses()
            .that()
            .resideInAPackage("io.sluice.edge.signature..")
            .should()
            .dependOnClassesThat(resideInAnyPackage("org.springframework..", "reactor..", "io.netty.."));

    @ArchTest
    static final ArchRule FEATURES_STAND_IN_A_ROW =
            slices().matching("io.sluice.edge.signature.(*)..").should().beFreeOfCycles();
}
