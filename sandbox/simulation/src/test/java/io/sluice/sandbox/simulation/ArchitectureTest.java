package io.sluice.sandbox.simulation;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** What a simulation may know, and what would keep a seed from repeating. */
@AnalyzeClasses(packages = "io.sluice.sandbox.simulation", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_WHAT_IT_RUNS = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(
                            "io.sluice.sandbox.simulation..",
                            "io.sluice.core..",
                            "io.sluice.callback..",
                            "io.sluice.ledger..",
                            "io.sluice.notifier..")
                    .or(resideOutsideOfPackage("io.sluice..")));

    @ArchTest
    static final ArchRule THE_WORLD_DOES_NOT_KNOW_HOW_THE_GATEWAY_IS_PUT_TOGETHER = noClasses()
            .that()
            .resideInAnyPackage("io.sluice.sandbox.simulation.world..", "io.sluice.sandbox.simulation.time..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sluice.sandbox.simulation.gateway..", "io.sluice.sandbox.simulation.invariant..");

    /** An invariant believes the world and not the gateway. */
    @ArchTest
    static final ArchRule INVARIANTS_LOOK_AT_THE_WORLD = noClasses()
            .that()
            .resideInAPackage("io.sluice.sandbox.simulation.invariant..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.sluice.sandbox.simulation.gateway..", "reactor..");

    @ArchTest
    static final ArchRule TIME_AND_CHANCE_COME_FROM_THE_SEED = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Random.class, Thread.Builder.class)
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callConstructor(Thread.class);

    @ArchTest
    static final ArchRule NOTHING_LEAVES_THE_PROCESS = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.net..", "java.nio.file..", "io.netty..", "org.springframework..");
}
