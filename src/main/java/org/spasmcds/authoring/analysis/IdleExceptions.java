package org.spasmcds.authoring.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.Level;
import org.spasmcds.authoring.RuleKey;
import org.spasmcds.rule.Rule;

/** An {@code @unless} or {@code @absorbs} that can never matter. */
final class IdleExceptions {
    private final Workbench bench;
    private final Map<String, List<Rule>> byCondition = new LinkedHashMap<>();

    IdleExceptions(Workbench bench) {
        this.bench = bench;
        bench.rules()
                .forEach(rule -> byCondition
                        .computeIfAbsent(rule.condition(), any -> new ArrayList<>())
                        .add(rule));
    }

    List<AnalysisFinding> find() {
        List<AnalysisFinding> findings = new ArrayList<>();
        byCondition.forEach((condition, rules) -> {
            if (bench.conditions().contains(condition)) {
                urgent(rules).ifPresent(findings::add);
                carriersOfUnless(rules).forEach((other, carriers) -> together(carriers, other, "unless", findings));
                carriersOfAbsorption(rules)
                        .forEach((absorption, carriers) -> absorption(carriers, absorption, findings));
            }
        });
        return findings;
    }

    /** An urgent finding takes away only what is below URGENT. */
    private Optional<AnalysisFinding> urgent(List<Rule> rules) {
        List<Rule> carriers = rules.stream()
                .filter(rule -> rule.unless().contains(Rule.URGENT_FINDING))
                .toList();
        if (carriers.isEmpty()
                || carriers.stream().anyMatch(rule -> !rule.level().atLeast(Level.URGENT))) {
            return Optional.empty();
        }
        return Optional.of(finding(
                carriers,
                "@unless URGENT",
                "excludes nothing: it takes away only what is below URGENT, and " + names(carriers) + " "
                        + (carriers.size() == 1 ? "is" : "are") + " not"));
    }

    private static Map<String, List<Rule>> carriersOfUnless(List<Rule> rules) {
        Map<String, List<Rule>> carriers = new LinkedHashMap<>();
        for (Rule rule : rules) {
            rule.unless().stream()
                    .filter(id -> !id.equals(Rule.URGENT_FINDING) && !id.equals(Rule.ANY_FINDING))
                    .sorted()
                    .forEach(id -> carriers.computeIfAbsent(id, any -> new ArrayList<>())
                            .add(rule));
        }
        return carriers;
    }

    private static Map<Rule.Absorption, List<Rule>> carriersOfAbsorption(List<Rule> rules) {
        Map<Rule.Absorption, List<Rule>> carriers = new LinkedHashMap<>();
        for (Rule rule : rules) {
            rule.absorbs()
                    .forEach(each -> carriers.computeIfAbsent(each, any -> new ArrayList<>())
                            .add(rule));
        }
        return carriers;
    }

    private void absorption(List<Rule> carriers, Rule.Absorption absorption, List<AnalysisFinding> findings) {
        Optional<Level> level = absorption.level();
        String text = "@absorbs " + absorption.condition()
                + level.map(at -> " at " + at).orElse("");
        if (level.isPresent() && !reaches(absorption.condition(), level.get())) {
            findings.add(finding(
                    carriers, text, "absorbs nothing: no rule of " + absorption.condition() + " has that level"));
        } else if (level.isPresent() && !reaches(carriers.get(0).condition(), level.get())) {
            findings.add(finding(
                    carriers,
                    text,
                    "absorbs nothing: no rule of " + carriers.get(0).condition() + " has that level"));
        } else {
            together(carriers, absorption.condition(), "absorbs", findings);
        }
    }

    /** A doubtful emergency is answered as URGENT. */
    private boolean reaches(String condition, Level level) {
        return byCondition.getOrDefault(condition, List.of()).stream()
                .map(Rule::level)
                .anyMatch(each -> each == level || (level == Level.URGENT && each == Level.EMERGENCY));
    }

    private void together(List<Rule> carriers, String other, String key, List<AnalysisFinding> findings) {
        List<Rule> others = byCondition.getOrDefault(other, List.of());
        Optional<String> why = Optional.empty();
        for (Rule carrier : carriers) {
            for (Rule rule : others) {
                why = bench.entailment().lastingContradiction(carrier, rule);
                if (why.isEmpty()) {
                    return;
                }
            }
        }
        String reason = why.map(each -> (carriers.size() * others.size() == 1 ? ": " : "; for example, ") + each)
                .orElse("");
        findings.add(finding(
                carriers,
                "@" + key + " " + other,
                "never matters, since " + names(carriers) + " and " + other + " cannot fire together" + reason));
    }

    private static String names(List<Rule> rules) {
        return rules.get(0).id() + (rules.size() == 1 ? "" : " and " + (rules.size() - 1) + " more");
    }

    /** Where the first of the rules that carry it states it itself, which is where it would be dropped. */
    private Workbench.Place place(List<Rule> carriers, String text) {
        String key = text.substring(1, text.indexOf(' '));
        String value = text.substring(text.indexOf(' ') + 1);
        for (Rule rule : carriers) {
            List<String> lines =
                    bench.texts().getOrDefault(rule.file(), "").lines().toList();
            for (RuleKey each : RuleKey.of(lines, rule.line())) {
                if (each.name().equals(key)
                        && List.of(each.value().strip().split("\\s*[,;]\\s*")).contains(value)) {
                    return new Workbench.Place(rule.file(), each.line(), each.column());
                }
            }
        }
        return Workbench.place(carriers.get(0));
    }

    private AnalysisFinding finding(List<Rule> carriers, String text, String message) {
        Rule first = carriers.get(0);
        return bench.finding(
                Defect.NEVER_COUNTS,
                false,
                carriers.stream().map(Rule::id).toList(),
                place(carriers, text),
                text + " of " + first.condition(),
                text + " " + message + ".",
                Optional.empty());
    }
}
