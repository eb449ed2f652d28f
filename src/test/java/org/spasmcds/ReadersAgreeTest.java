package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.drools.model.codegen.ExecutableModelProject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.KieBuilder;
import org.kie.api.builder.KieFileSystem;
import org.kie.api.builder.Message;
import org.kie.api.builder.ReleaseId;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.ScenarioRunner;
import org.spasmcds.basis.Explorer;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.FactSheet;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/** One meaning, independent readers: the network, the interpreter and the stock compiler of Drools fire the same rules. */
class ReadersAgreeTest {
    private final Ruleset ruleset = TestRules.bundled();

    private List<FactSheet> sheetsOfAllCases() {
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        List<FactSheet> sheets = new ArrayList<>();
        for (Scenario scenario : ScenarioReader.read(TestRules.FOLDER)) {
            sheets.add(ruleset.facts(runner.patient(scenario), ScenarioRunner.EVALUATION));
        }
        return sheets;
    }

    private Set<String> fired(FactSheet sheet) {
        return ruleset.network().fire(sheet.facts()).orElseThrow().keySet().stream()
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> interpreted(FactSheet sheet) {
        Interpreter interpreter = new Interpreter(sheet.facts());
        return ruleset.rules().stream()
                .filter(interpreter::fires)
                .map(Rule::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void networkAndInterpreterAgreeOnEveryCase() {
        for (FactSheet sheet : sheetsOfAllCases()) {
            assertEquals(fired(sheet), interpreted(sheet));
        }
    }

    @Test
    void networkAndInterpreterAgreeOnGeneratedPatients() {
        long seed = 20260115;
        Random random = new Random(seed);
        RandomPatients patients = new RandomPatients(ruleset, random);
        Set<String> everFired = new LinkedHashSet<>();
        for (int i = 0; i < 3000; i++) {
            FactSheet sheet = ruleset.facts(patients.next(), TestRules.NOW);
            Set<String> fired = fired(sheet);
            assertEquals(fired, interpreted(sheet), "seed " + seed + ", patient " + i);
            everFired.addAll(fired);
        }
        assertTrue(everFired.size() > ruleset.rules().size() / 2, "only " + everFired.size() + " rules ever fired");
    }

    /** What-if tries changed patients by the interpreter: doubtful and stale values, children and counted groups among them. */
    @Test
    void theLevelAloneIsTheLevelOfTheAssessment() {
        ScenarioRunner runner = new ScenarioRunner(ruleset);
        for (Scenario scenario : ScenarioReader.read(TestRules.FOLDER)) {
            sameLevel(runner.patient(scenario), ScenarioRunner.EVALUATION, scenario.name());
        }
        RandomPatients patients = new RandomPatients(ruleset, new Random(20261125));
        for (int i = 0; i < 1500; i++) {
            sameLevel(patients.next(), TestRules.NOW, "patient " + i);
        }
    }

    /** Ionized calcium in a unit that is likely wrong, beside an adjusted one that is not: one sound way is enough. */
    @Test
    void aDoubtfulResultBesideASoundOneLeavesTheLevelAlone() {
        Patient doubtful = ruleset.patient()
                .result("calcium-ionized", 1.2, "meq/L", it -> it.set("at", "1 hour ago"))
                .build();
        Patient both = ruleset.patient()
                .result("calcium-ionized", 1.2, "meq/L", it -> it.set("at", "1 hour ago"))
                .result("calcium-adjusted", 1.80, "mmol/L", it -> it.set("at", "1 hour ago"))
                .build();
        assertEquals(Optional.of(Level.URGENT), level(doubtful));
        assertEquals(Optional.of(Level.EMERGENCY), level(both));
        sameLevel(doubtful, TestRules.NOW, "doubtful");
        sameLevel(both, TestRules.NOW, "both");
    }

    private void sameLevel(Patient patient, Instant evaluation, String which) {
        assertEquals(
                ruleset.assess(patient, evaluation).level(),
                ruleset.level(patient, evaluation, Set.copyOf(ruleset.rules())),
                which);
    }

    private Optional<Level> level(Patient patient) {
        return ruleset.level(patient, TestRules.NOW, Set.copyOf(ruleset.rules()));
    }

    /** What-if looks only at rules that ask about what comes of a changed result. */
    @Test
    void noOtherRuleDecidesTheLevelOnceAResultHasAnotherValue() {
        Random random = new Random(20261126);
        RandomPatients patients = new RandomPatients(ruleset, random);
        int tried = 0;
        for (int i = 0; i < 700; i++) {
            Patient patient = patients.next();
            Explorer explorer = ruleset.explanations()
                    .explore(patient, TestRules.NOW, Set.of())
                    .explorer();
            for (Entry entry : patient.entries()) {
                if (entry.section() == Section.RESULTS && entry.values().containsKey("value")) {
                    Map<String, Object> values = new HashMap<>(entry.values());
                    values.put("value", entry.number("value") * (0.5 + random.nextDouble()));
                    Patient changed = patient.with(entry, values);
                    assertEquals(
                            ruleset.assess(changed, TestRules.NOW).level(),
                            ruleset.level(changed, TestRules.NOW, explorer.mayFire(entry.name())),
                            () -> patient.entries() + " with " + values);
                    tried++;
                }
            }
        }
        assertTrue(tried > 500, "only " + tried + " results");
    }

    @Test
    @Tag("long")
    void theStockCompilerOfDroolsReadsTheFilesAlike() {
        KieBase stock = stock();
        for (FactSheet sheet : sheetsOfAllCases()) {
            assertEquals(fired(sheet), firedBy(stock, sheet));
        }
        RandomPatients patients = new RandomPatients(ruleset, new Random(7));
        for (int i = 0; i < 2000; i++) {
            FactSheet sheet = ruleset.facts(patients.next(), TestRules.NOW);
            assertEquals(fired(sheet), firedBy(stock, sheet), "patient " + i);
        }
    }

    private static Set<String> firedBy(KieBase base, FactSheet sheet) {
        Set<String> fired = new TreeSet<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    fired.add(event.getMatch().getRule().getName());
                }
            });
            sheet.facts().forEach(session::insert);
            session.fireAllRules();
        } finally {
            session.dispose();
        }
        return fired;
    }

    /** Generated code compares boxed numbers, for which NaN lies above all others; so ">=" would hold for an unknown value. */
    private static String exact(String text) {
        return text.replaceFirst("(?m)^package .*$", "package rules")
                .replaceAll("\\b(\\w+) (>=|>) (-?[0-9.]+)", "$1 $2 $3, $1 < 1000000000000000.0");
    }

    /** The rule files as any user of Drools would compile them. One package, since `extends` and speed want it so. */
    private static KieBase stock() {
        KieServices services = KieServices.get();
        KieFileSystem files = services.newKieFileSystem();
        ReleaseId id =
                services.newReleaseId("org.spasmcds", "stock", UUID.randomUUID().toString());
        files.generateAndWritePomXML(id);
        for (Map.Entry<String, String> file : RuleFiles.read(TestRules.FOLDER).entrySet()) {
            if (file.getKey().endsWith(".drl")) {
                String name = file.getKey().substring(file.getKey().lastIndexOf('/') + 1);
                files.write("src/main/resources/rules/" + name, exact(file.getValue()));
            }
        }
        KieBuilder builder = services.newKieBuilder(files).buildAll(ExecutableModelProject.class);
        assertEquals(List.of(), builder.getResults().getMessages(Message.Level.ERROR));
        return services.newKieContainer(id).getKieBase();
    }
}
