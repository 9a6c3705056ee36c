package org.mera;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house: which package may import which, and where each framework stays. */
class ArchitectureTest {

    /** The packages from the ground up, each with those it may import. */
    private static final Map<String, Set<String>> HOUSE = house();

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.mera");

    private static Map<String, Set<String>> house() {
        Map<String, Set<String>> house = new LinkedHashMap<>();
        house.put("company", Set.of());
        house.put("methodology", Set.of());
        house.put("csv", Set.of());
        house.put("database", Set.of());
        house.put("cycle", Set.of("methodology"));
        house.put("audit", Set.of("csv", "database"));
        house.put("submission", Set.of("company", "methodology", "csv", "cycle", "database"));
        house.put("scoring", Set.of("company", "methodology", "csv", "cycle", "database", "submission"));
        house.put("ranking", Set.of("company", "methodology", "csv", "cycle", "database", "scoring"));
        house.put(
                "committee",
                Set.of(
                        "company",
                        "methodology",
                        "csv",
                        "cycle",
                        "database",
                        "audit",
                        "submission",
                        "scoring",
                        "ranking"));
        house.put("report", all(house));
        house.put("export", all(house));
        house.put("seal", all(house));
        house.put("sample", Set.of("company", "methodology", "csv"));
        house.put("access", Set.of("csv", "database", "audit"));
        house.put("batch", all(house));
        Set<String> allBelow = all(house);
        house.put("schedule", allBelow);
        house.put("cli", allBelow);
        // The two doors never meet.
        Set<String> behindTheWeb = new TreeSet<>(allBelow);
        behindTheWeb.add("schedule");
        house.put("web", behindTheWeb);
        return house;
    }

    private static Set<String> all(Map<String, Set<String>> above) {
        return new TreeSet<>(above.keySet());
    }

    @Test
    void hasNoCyclesAndHidesWhatIsPackagePrivate() {
        ApplicationModules.of("org.mera").verify();
    }

    @Test
    void knowsEveryPackage() {
        assertThat(CLASSES.stream()
                        .map(each -> each.getPackageName().replaceFirst("^org\\.mera\\.?", ""))
                        .filter(name -> !name.isEmpty())
                        .collect(Collectors.toSet()))
                .isEqualTo(HOUSE.keySet());
    }

    @Test
    void importsOnlyFromBelow() {
        HOUSE.forEach((name, allowed) -> {
            List<String> forbidden = HOUSE.keySet().stream()
                    .filter(other -> !other.equals(name) && !allowed.contains(other))
                    .map(other -> "org.mera." + other)
                    .toList();
            if (!forbidden.isEmpty()) {
                noClasses()
                        .that()
                        .resideInAPackage("org.mera." + name)
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(forbidden.toArray(String[]::new))
                        .allowEmptyShould(true)
                        .check(CLASSES);
            }
        });
    }

    @Test
    void keepsEachFrameworkWhereItBelongs() {
        only("org.springframework.batch..", "batch");
        only("com.opencsv..", "csv");
        only("picocli..", "cli");
        only("org.dhatim.fastexcel..", "export");
        only("com.networknt..", "methodology");
        only("net.sf.jasperreports..", "report");
        only("org.apache.commons.rng..", "ranking");
        only("org.springframework.web..", "web");
        only("org.springframework.security..", "web");
        only("jakarta.servlet..", "web");
        only("org.thymeleaf..", "web");
        only("io.micrometer..", "web");
        only("org.springframework.mail..", "schedule");
        only("net.javacrumbs..", "schedule");
    }

    @Test
    void leavesJdbcToTheClassesNamedSo() {
        classes()
                .that()
                .resideOutsideOfPackage("org.mera.database")
                .and()
                .haveSimpleNameNotStartingWith("Jdbc")
                .and()
                .areTopLevelClasses()
                .should()
                .onlyDependOnClassesThat()
                .resideOutsideOfPackages("org.springframework.jdbc..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void keepsBusinessFreeOfSpringButForRepositories() {
        noClasses()
                .that()
                .resideInAnyPackage(packages(
                        "company", "methodology", "csv", "sample", "export", "seal", "scoring", "committee", "audit"))
                .and()
                .haveSimpleNameNotStartingWith("Jdbc")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.springframework..")
                .check(CLASSES);
    }

    private static void only(String framework, String... packages) {
        noClasses()
                .that()
                .resideOutsideOfPackages(packages(packages))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(framework)
                .check(CLASSES);
    }

    private static String[] packages(String... names) {
        return Arrays.stream(names).map(name -> "org.mera." + name).toArray(String[]::new);
    }
}
