package hopscope.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules that the packages keep, read from the compiled classes. */
class ArchitectureTest {
    private static final String ROOT = "hopscope.";

    /** Each package and those it may import, apart from the JDK and libraries. Every order of this map is a building order. */
    private static final Map<String, List<String>> MAY_IMPORT = Map.ofEntries(
            Map.entry("engine", List.of()),
            Map.entry("random", List.of()),
            Map.entry("protocol", List.of("random")),
            Map.entry("tcp", List.of("random", "protocol")),
            Map.entry("topology", List.of("random")),
            Map.entry("document", List.of()),
            Map.entry("statistics", List.of()),
            Map.entry("scenario", List.of("document", "random", "protocol", "topology")),
            Map.entry("network", List.of("document", "scenario")),
            Map.entry("simulation", List.of("engine", "random", "protocol", "topology", "scenario")),
            Map.entry("metrics", List.of("random", "protocol", "topology", "statistics", "scenario", "simulation")),
            Map.entry("results", List.of("statistics", "scenario", "topology", "simulation", "metrics")),
            Map.entry("experiment", List.of("random", "topology", "scenario", "simulation", "metrics", "results")),
            Map.entry(
                    "sweep",
                    List.of(
                            "document",
                            "statistics",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "experiment")),
            Map.entry("compare", List.of("statistics", "scenario", "metrics", "results", "sweep")),
            Map.entry(
                    "chart",
                    List.of(
                            "document",
                            "statistics",
                            "topology",
                            "scenario",
                            "metrics",
                            "results",
                            "sweep",
                            "compare")),
            Map.entry(
                    "report",
                    List.of(
                            "document",
                            "protocol",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "experiment",
                            "sweep",
                            "compare",
                            "chart")),
            Map.entry("check", List.of("statistics", "scenario", "simulation", "metrics", "results", "experiment")),
            Map.entry(
                    "testbed",
                    List.of(
                            "random",
                            "protocol",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "experiment",
                            "tcp")),
            Map.entry(
                    "crossval",
                    List.of(
                            "random",
                            "protocol",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "experiment",
                            "statistics",
                            "testbed")),
            Map.entry(
                    "selftest",
                    List.of(
                            "random",
                            "protocol",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "experiment")),
            Map.entry("conformance", List.of("random", "protocol", "topology", "scenario", "simulation", "metrics")),
            Map.entry(
                    "bench",
                    List.of(
                            "engine",
                            "random",
                            "protocol",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "experiment")),
            Map.entry(
                    "cli",
                    List.of(
                            "random",
                            "document",
                            "network",
                            "protocol",
                            "tcp",
                            "topology",
                            "scenario",
                            "simulation",
                            "metrics",
                            "results",
                            "sweep",
                            "compare",
                            "experiment",
                            "chart",
                            "report",
                            "check",
                            "testbed",
                            "crossval",
                            "selftest",
                            "conformance",
                            "bench")));

    private static final String[] CORE = {
        "hopscope.engine..", "hopscope.random..", "hopscope.protocol..", "hopscope.simulation.."
    };
    private static final String[] PURE = {"hopscope.engine..", "hopscope.random..", "hopscope.protocol.."};

    private static JavaClasses production;

    @BeforeAll
    static void importProduction() {
        production = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("hopscope");
    }

    /** The part of a package's name after the root: {@code protocol} for {@code hopscope.protocol.wire}. */
    private static String area(String packageName) {
        String rest = packageName.substring(ROOT.length());
        int dot = rest.indexOf('.');
        return dot < 0 ? rest : rest.substring(0, dot);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().startsWith(ROOT);
    }

    @Test
    void knowsEveryPackage() {
        TreeSet<String> areas = new TreeSet<>();
        production.forEach(type -> areas.add(area(type.getPackageName())));
        assertThat(areas).isEqualTo(new TreeSet<>(MAY_IMPORT.keySet()));
    }

    @Test
    void letsPackagesImportOnlyWhatTheyMay() {
        classes()
                .should(new ArchCondition<JavaClass>("depend on packages before their own only") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        String own = area(type.getPackageName());
                        type.getDirectDependenciesFromSelf().forEach(dependency -> {
                            JavaClass target = dependency.getTargetClass().getBaseComponentType();
                            if (isOurs(target)) {
                                String other = area(target.getPackageName());
                                boolean allowed =
                                        other.equals(own) || MAY_IMPORT.get(own).contains(other);
                                events.add(new SimpleConditionEvent(type, allowed, dependency.getDescription()));
                            }
                        });
                    }
                })
                .check(production);
    }

    @Test
    void ordersThePackagesWithoutCircles() {
        slices().matching("hopscope.(**)").should().beFreeOfCycles().check(production);
        // The table above has none either: packages can be taken away one by one, those without imports first.
        Map<String, List<String>> left = new TreeMap<>(MAY_IMPORT);
        while (!left.isEmpty()) {
            assertThat(left.entrySet()
                            .removeIf(entry -> entry.getValue().stream().noneMatch(left::containsKey)))
                    .isTrue();
        }
    }

    @Test
    void givesEveryLibraryOneHome() {
        homeOf(
                "com.fasterxml.jackson..",
                "hopscope.topology.format..",
                "hopscope.scenario..",
                "hopscope.results..",
                "hopscope.check..",
                "hopscope.sweep..",
                "hopscope.compare..",
                "hopscope.report..",
                "hopscope.crossval..",
                "hopscope.selftest..",
                "hopscope.bench..");
        homeOf("com.github.victools..", "hopscope.scenario..");
        homeOf("org.snakeyaml..", "hopscope.document..");
        homeOf("org.jgrapht..", "hopscope.topology..");
        homeOf("org.knowm.xchart..", "hopscope.chart..");
        homeOf("de.erichseifert..", "hopscope.chart..");
        homeOf(
                "org.apache.commons.math3..",
                "hopscope.statistics..",
                "hopscope.results..",
                "hopscope.metrics..",
                "hopscope.sweep..",
                "hopscope.chart..",
                "hopscope.crossval..");
        homeOf("picocli..", "hopscope.cli..");
        homeOf("org.bouncycastle..", "hopscope.tcp.identity..");
    }

    private static void homeOf(String library, String... homes) {
        noClasses()
                .that()
                .resideOutsideOfPackages(homes)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(production);
    }

    @Test
    void buildsTheCoreOfTheJdkAlone() {
        classes()
                .that()
                .resideInAnyPackage("hopscope.engine..", "hopscope.random..", "hopscope.protocol..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java.lang..",
                        "java.nio..",
                        "java.util..",
                        "hopscope.engine..",
                        "hopscope.random..",
                        "hopscope.protocol..")
                .check(production);
    }

    @Test
    void readsNoClockInTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.time..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(production);
    }

    @Test
    void drawsFromKeyedStreamsOnlyInTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Random")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.SplittableRandom")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.UUID")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.concurrent.ThreadLocalRandom")
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("java.util.random..")
                .orShould()
                .callMethod(Math.class, "random")
                .check(production);
    }

    @Test
    void knowsNoThreadsInTheCore() {
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.concurrent..")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Thread.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ThreadLocal.class)
                .check(production);
        methods()
                .that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(CORE)
                .should()
                .notHaveModifier(JavaModifier.SYNCHRONIZED)
                .check(production);
    }

    @Test
    void keepsNoStateInStaticFieldsOfTheCore() {
        fields().that()
                .areDeclaredInClassesThat()
                .resideInAnyPackage(CORE)
                .and()
                .areStatic()
                .should()
                .beFinal()
                .check(production);
    }

    /** Not even unobserved: whoever iterates over one later would not notice. */
    @Test
    void hashesNothingInThePureCore() {
        for (String type : List.of("HashMap", "HashSet", "IdentityHashMap", "WeakHashMap", "Hashtable")) {
            noClasses()
                    .that()
                    .resideInAnyPackage(PURE)
                    .should()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("java.util." + type)
                    .check(production);
        }
        noClasses()
                .that()
                .resideInAnyPackage(CORE)
                .should()
                .callMethod(System.class, "identityHashCode", Object.class)
                .check(production);
    }

    @Test
    void keepsTimeInWholeNanoseconds() {
        noFields()
                .that()
                .haveNameMatching("(?!NANOS_PER_).*(Nanos|NANOS).*")
                .should()
                .haveRawType(describe(
                        "double or float",
                        type -> type.isEquivalentTo(double.class) || type.isEquivalentTo(float.class)))
                .check(production);
    }

    @Test
    void namesClassesAfterTheThingsTheyAre() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .check(production);
    }

    @Test
    void endsTheProcessInTheCommandLineOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("hopscope.cli..")
                .should()
                .callMethod(System.class, "exit", int.class)
                .check(production);
    }
}
