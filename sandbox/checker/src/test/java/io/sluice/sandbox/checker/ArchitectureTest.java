package io.sluice.sandbox.checker;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** A judge that shared code with the judged would share its mistakes. */
@AnalyzeClasses(packages = "io.sluice.sandbox.checker", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_NOTHING_OF_OURS = classes()
            .should()
            .onlyDependOnClassesThat(
                    resideInAPackage("io.sluice.sandbox.checker..").or(resideOutsideOfPackage("io.sluice..")));

    @ArchTest
    static final ArchRule CHECKS_READ_NOTHING_THEMSELVES = classes()
            .that()
            .resideInAPackage("..check")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java.lang..",
                    "java.util..",
                    "org.jspecify..",
                    "io.sluice.sandbox.checker.check",
                    "io.sluice.sandbox.checker.evidence");
}
