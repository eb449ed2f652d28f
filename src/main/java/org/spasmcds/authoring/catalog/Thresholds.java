package org.spasmcds.authoring.catalog;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.intake.Numbers;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Units;
import org.spasmcds.vocabulary.Vocabulary;

/** Finds the numbers of rules and groups. */
final class Thresholds {
    private final Vocabulary vocabulary;
    private final List<Threshold> found = new ArrayList<>();

    Thresholds(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** The numbers of a condition in the order of its file, each once, though other rules extend the rule that states it. */
    List<Threshold> of(Entry entry) {
        found.clear();
        Citations citations = new Citations(entry.text());
        Set<String> seen = new HashSet<>();
        for (Rule rule : entry.rules()) {
            for (Condition condition : entry.own(rule)) {
                collect(condition, false, rule, citations, seen);
            }
        }
        return List.copyOf(found);
    }

    private void collect(Condition condition, boolean negated, Rule rule, Citations citations, Set<String> seen) {
        if (condition instanceof Condition.Not not) {
            collect(not.part(), !negated, rule, citations, seen);
        } else if (condition instanceof Condition.Pattern pattern) {
            for (Condition.Test test : pattern.tests()) {
                if (test instanceof Condition.Test.Number number && seen.add(number.line() + ":" + number.column())) {
                    found.add(of(pattern, number, negated, rule, citations.on(number.line())));
                }
            }
        } else {
            Conditions.parts(condition).forEach(part -> collect(part, negated, rule, citations, seen));
        }
    }

    private Threshold of(
            Condition.Pattern pattern, Condition.Test.Number number, boolean negated, Rule rule, List<String> cited) {
        List<Fact> facts = pattern.type().key().isEmpty()
                ? List.of(new Fact("", "", Fact.kind(pattern), ""))
                : Fact.of(pattern, vocabulary);
        List<String> known =
                cited.stream().filter(id -> vocabulary.source(id).isPresent()).toList();
        return new Threshold(
                facts,
                Measure.words(number.property()),
                negated,
                number.operator(),
                BigDecimal.valueOf(number.value())
                        .setScale(number.decimals(), RoundingMode.HALF_UP)
                        .toPlainString(),
                number.value(),
                Measure.unit(pattern, number, vocabulary),
                Optional.of(rule),
                rule.condition(),
                known.isEmpty() ? rule.sources() : known,
                !known.isEmpty(),
                number.line());
    }

    /** The limits of all groups. */
    List<Threshold> ofGroups(Map<String, String> files) {
        List<Csv.Row> rows = files.entrySet().stream()
                .filter(file -> file.getKey().endsWith("groups.csv"))
                .flatMap(file -> Csv.rows(file.getValue()).stream())
                .toList();
        List<Threshold> limits = new ArrayList<>();
        vocabulary.groups().forEach((group, members) -> {
            for (Member member : members) {
                if (member instanceof Member.Limit limit) {
                    limits.add(of(group, limit, rows));
                }
            }
        });
        return limits;
    }

    private Threshold of(String group, Member.Limit limit, List<Csv.Row> rows) {
        Optional<Csv.Row> row = rows.stream()
                .filter(each -> each.get("group").equals(group) && states(each.get("member"), limit))
                .findFirst();
        List<String> sources =
                row.map(each -> List.of(each.get("source").split(",\\s*|;\\s*"))).orElse(List.of()).stream()
                        .filter(id -> !id.isBlank())
                        .toList();
        return new Threshold(
                List.of(new Fact(limit.test(), vocabulary.display(limit.test()), "Result", limit.test())),
                "value",
                false,
                limit.operator(),
                row.map(each -> each.get("member").split(" ")[2]).orElse(Numbers.plain(limit.value())),
                limit.value(),
                Units.written(limit.unit()),
                Optional.empty(),
                group,
                sources,
                !sources.isEmpty(),
                row.map(Csv.Row::line).orElse(0));
    }

    private static boolean states(String member, Member.Limit limit) {
        String[] words = member.split(" ");
        return words.length == 4
                && words[0].equals(limit.test())
                && words[1].equals(limit.operator())
                && Double.parseDouble(words[2]) == limit.value();
    }
}
