package io.github.alpinecheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house has floors: a floor knows only those below it. */
class ArchitectureTest {

    private static final String ROOT = "io.github.alpinecheck.";

    /** From the ground up; packages of one floor do not know each other. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("text"),
            List.of("dockerfile", "shell", "elf", "kubernetes", "alpine"),
            List.of("image", "linker"),
            List.of("description", "rule"),
            List.of("rules"),
            List.of("engine"),
            List.of("report"),
            List.of("maven"));

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.github.alpinecheck");

    @TestFactory
    Stream<DynamicTest> aFloorKnowsOnlyTheFloorsBelow() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String name : FLOORS.get(floor)) {
                String[] others = FLOORS.subList(floor, FLOORS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(name))
                        .map(ArchitectureTest::subtree)
                        .toArray(String[]::new);
                tests.add(DynamicTest.dynamicTest(
                        name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage(subtree(name))
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(others)
                                .allowEmptyShould(true)
                                .check(classes)));
            }
        }
        return tests.stream();
    }

    @Test
    void everyPackageHasItsFloor() {
        String[] known = FLOORS.stream()
                .flatMap(List::stream)
                .map(ArchitectureTest::subtree)
                .toArray(String[]::new);
        noClasses().should().resideOutsideOfPackages(known).check(classes);
    }

    @Test
    void topicsOfRulesDoNotKnowEachOther() {
        slices().matching(ROOT + "rules.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void noCycles() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void mavenIsKnownToTheMojosOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage(subtree("maven"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.maven..", "org.codehaus.plexus..")
                .check(classes);
    }

    @Test
    void namesSayWhatAClassIs() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .check(classes);
    }

    private static String subtree(String name) {
        return ROOT + name + "..";
    }
}
