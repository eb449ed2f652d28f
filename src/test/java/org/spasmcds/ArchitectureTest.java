package org.spasmcds;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What may depend on what, and what the core may not touch. */
class ArchitectureTest {

    private static final String[] ADAPTERS = {
        "org.spasmcds.json..",
        "org.spasmcds.cli..",
        "org.spasmcds.authoring..",
        "org.spasmcds.fhir..",
        "org.spasmcds.report.."
    };

    /** Everything but the adapters. */
    private static final DescribedPredicate<JavaClass> CORE = resideInAPackage("org.spasmcds..")
            .and(not(resideInAnyPackage(ADAPTERS)))
            .as("are in the core");

    private static final DescribedPredicate<JavaClass> ENGINE_TYPES =
            resideInAnyPackage("org.kie..", "org.drools..").as("types of the rule engine");

    private static JavaClasses project;

    @BeforeAll
    static void importClasses() {
        project = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.spasmcds");
    }

    @Test
    void coreDependsOnNoAdapterAndNoOptionalLibrary() {
        noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(ADAPTERS))
                .orShould()
                .dependOnClassesThat(
                        resideInAnyPackage("com.fasterxml..", "picocli..", "org.yaml..", "com.samskivert.."))
                .allowEmptyShould(true)
                .check(project);
    }

    /** HAPI's jars weigh more than the library. */
    @Test
    void onlyHapiBundlesNeedsHapi() {
        noClasses()
                .that()
                .doNotHaveSimpleName("HapiBundles")
                .should()
                .dependOnClassesThat(resideInAnyPackage("ca.uhn..", "org.hl7.."))
                .check(project);
    }

    @Test
    void factsDependOnNothingOfTheProject() {
        noClasses()
                .that()
                .resideInAPackage("org.spasmcds.fact..")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.spasmcds..").and(not(resideInAPackage("org.spasmcds.fact.."))))
                .allowEmptyShould(true)
                .check(project);
    }

    /** Clock, time zone, locale, console, environment and randomness come from the caller or not at all. */
    @Test
    void coreUsesNothingAmbient() {
        noClasses()
                .that(CORE)
                .should()
                .accessTargetWhere(AMBIENT)
                .allowEmptyShould(true)
                .check(project);
    }

    @Test
    void publicApiShowsNoTypeOfTheRuleEngine() {
        classes()
                .that()
                .resideInAPackage("org.spasmcds")
                .and()
                .arePublic()
                .should(showNo(ENGINE_TYPES))
                .allowEmptyShould(true)
                .check(project);
    }

    private static final DescribedPredicate<JavaAccess<?>> AMBIENT =
            new DescribedPredicate<>("the target is something ambient") {
                @Override
                public boolean test(JavaAccess<?> access) {
                    AccessTarget target = access.getTarget();
                    String name = target.getName();
                    int parameters = target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                            ? codeUnit.getRawParameterTypes().size()
                            : -1;
                    boolean takesLocaleOrClock = target instanceof AccessTarget.CodeUnitAccessTarget codeUnit
                            && codeUnit.getRawParameterTypes().stream()
                                    .anyMatch(t -> t.isEquivalentTo(java.util.Locale.class)
                                            || t.isEquivalentTo(java.time.Clock.class));
                    String owner = target.getOwner().getFullName();
                    if (owner.startsWith("java.time.") && name.equals("now")) {
                        return !takesLocaleOrClock;
                    }
                    return switch (owner) {
                        case "java.lang.System" ->
                            Set.of("out", "err", "in", "currentTimeMillis", "getenv", "console")
                                    .contains(name);
                        case "java.lang.String" ->
                            switch (name) {
                                case "toLowerCase", "toUpperCase", "format", "formatted" -> !takesLocaleOrClock;
                                default -> false;
                            };
                        case "java.lang.Math" -> name.equals("random");
                        case "java.nio.charset.Charset" -> name.equals("defaultCharset");
                        case "java.time.Clock" -> name.startsWith("system") || name.startsWith("tick");
                        case "java.time.InstantSource" -> name.equals("system");
                        case "java.time.ZoneId" -> name.equals("systemDefault");
                        case "java.util.Calendar" -> name.equals("getInstance");
                        case "java.util.Date", "java.util.Random" -> name.equals("<init>") && parameters == 0;
                        case "java.util.Locale", "java.util.TimeZone" -> name.equals("getDefault");
                        case "java.util.UUID" -> name.equals("randomUUID");
                        default -> false;
                    };
                }
            };

    private static ArchCondition<JavaClass> showNo(DescribedPredicate<JavaClass> hidden) {
        return new ArchCondition<>("show no " + hidden.getDescription() + " in their public members") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Stream.concat(type.getSuperclass().stream(), type.getInterfaces().stream())
                        .flatMap(t -> t.getAllInvolvedRawTypes().stream())
                        .filter(hidden)
                        .forEach(t -> violation(type, type.getName() + " extends " + t.getName(), events));
                for (JavaMember member : type.getMembers()) {
                    if (member.getModifiers().contains(JavaModifier.PUBLIC)
                            || member.getModifiers().contains(JavaModifier.PROTECTED)) {
                        shownBy(member).stream()
                                .filter(hidden)
                                .forEach(t -> violation(type, member.getFullName() + " shows " + t.getName(), events));
                    }
                }
            }
        };
    }

    private static void violation(JavaClass type, String message, ConditionEvents events) {
        events.add(SimpleConditionEvent.violated(type, message));
    }

    private static Set<JavaClass> shownBy(JavaMember member) {
        Set<JavaClass> shown = new LinkedHashSet<>();
        if (member instanceof JavaField field) {
            shown.addAll(field.getType().getAllInvolvedRawTypes());
        } else if (member instanceof JavaCodeUnit codeUnit) {
            shown.addAll(codeUnit.getReturnType().getAllInvolvedRawTypes());
            for (JavaType parameter : codeUnit.getParameterTypes()) {
                shown.addAll(parameter.getAllInvolvedRawTypes());
            }
            codeUnit.getTypeParameters().forEach(t -> shown.addAll(t.getAllInvolvedRawTypes()));
            shown.addAll(codeUnit.getExceptionTypes());
        }
        return shown;
    }
}
