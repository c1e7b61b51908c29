package io.sluice.callback;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** This room knows the core and no adapter; what it decides is pure. */
@AnalyzeClasses(packages = "io.sluice.callback", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule KNOWS_THE_CORE_ONLY = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.sluice.callback..", "io.sluice.core..")
                    .or(resideOutsideOfPackage("io.sluice..")));

    @ArchTest
    static final ArchRule MODELS_ARE_PURE = classes()
            .that()
            .resideInAPackage("io.sluice.callback..model..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "io.sluice.callback..model..",
                    "io.sluice.core.channel",
                    "io.sluice.core.id",
                    "io.sluice.core.money",
                    "io.sluice.core.payment.model",
                    "io.sluice.core.modification.model",
                    "io.sluice.core.payout.model");

    @ArchTest
    static final ArchRule MODELS_ASK_NO_CLOCK = noClasses()
            .that()
            .resideInAPackage("..model..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.util.Random");

    @ArchTest
    static final ArchRule INTAKE_AND_INQUIRY_DO_NOT_KNOW_EACH_OTHER = noClasses()
            .that()
            .resideInAPackage("..intake..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..inquiry..");
}
