package io.sluice.channels;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;

/** Adapters know the channel port, money and ids; what they decide is pure. */
@AnalyzeClasses(packages = "io.sluice.channels", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final String[] PORT = {
        "io.sluice.core.channel", "io.sluice.core.channel.bill", "io.sluice.core.money", "io.sluice.core.id"
    };

    @ArchTest
    static final ArchRule KNOW_ONLY_THE_CHANNEL_PORT = classes()
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage("io.sluice.channels..")
                    .or(resideInAnyPackage(PORT))
                    .or(resideOutsideOfPackage("io.sluice..")));

    @ArchTest
    static final ArchRule MODELS_ARE_PURE = classes()
            .that()
            .resideInAPackage("..model..")
            .should()
            .onlyDependOnClassesThat(resideInAnyPackage(PORT)
                    .or(resideInAnyPackage(
                            "java.lang..",
                            "java.nio.charset..",
                            "java.time..",
                            "java.util..",
                            "org.jspecify..",
                            "io.sluice.channels..model..")));

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
    static final ArchRule NO_FRAMEWORK =
            noClasses().should().dependOnClassesThat().resideInAnyPackage("org.springframework..");
}
