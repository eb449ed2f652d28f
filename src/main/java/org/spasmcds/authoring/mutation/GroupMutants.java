package org.spasmcds.authoring.mutation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spasmcds.intake.Numbers;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/** The mutants of the limits that groups set to results: {@code heart-rate > 100 /min}. */
final class GroupMutants {
    static final String FILE = "groups.csv";

    private final Vocabulary vocabulary;
    private final Hint hint;
    private final List<Mutant> mutants = new ArrayList<>();

    private GroupMutants(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        hint = new Hint(vocabulary);
    }

    /**
     * @param files the texts of a rule folder by their path in it
     */
    static List<Mutant> of(Map<String, String> files, Vocabulary vocabulary) {
        GroupMutants mutants = new GroupMutants(vocabulary);
        files.forEach((path, text) -> {
            if (path.equals(FILE) || path.endsWith("/" + FILE)) {
                Csv.rows(text).forEach(row -> mutants.row(path, row));
            }
        });
        return List.copyOf(mutants.mutants);
    }

    private void row(String file, Csv.Row row) {
        String[] words = row.get("member").split(" ");
        if (words.length < 3) {
            return;
        }
        int point = words[2].indexOf('.');
        int decimals = point < 0 ? 0 : words[2].length() - point - 1;
        double value = Double.parseDouble(words[2]);
        for (Member member : vocabulary.groups().get(row.get("group"))) {
            if (member instanceof Member.Limit limit
                    && limit.test().equals(words[0])
                    && limit.operator().equals(words[1])
                    && limit.value() == value) {
                limit(file, row, limit, decimals);
            }
        }
    }

    private void limit(String file, Csv.Row row, Member.Limit limit, int decimals) {
        for (int units : new int[] {1, -1}) {
            double value = TestMutants.moved(limit.value(), decimals, units);
            add(file, row, limit, with(limit, limit.operator(), value));
        }
        TestMutants.operators(limit.operator())
                .forEach(operator -> add(file, row, limit, with(limit, operator, limit.value())));
    }

    private static Member.Limit with(Member.Limit limit, String operator, double value) {
        return new Member.Limit(limit.test(), operator, value, limit.unit(), limit.windowHours());
    }

    private void add(String file, Csv.Row row, Member.Limit before, Member.Limit after) {
        String group = row.get("group");
        List<Member> members = vocabulary.groups().get(group).stream()
                .map(member -> member.equals(before) ? after : member)
                .toList();
        double witness = before.holds(before.value()) != after.holds(before.value()) ? before.value() : after.value();
        mutants.add(new Mutant(
                MutantKind.LIMIT,
                file,
                row.line(),
                row.get("group").length() + 2,
                "",
                group,
                text(before) + " → " + text(after),
                hint.limit(group, before.test(), witness),
                new Change.Limit(group, members, before, after)));
    }

    private static String text(Member.Limit limit) {
        return limit.test() + " " + limit.operator() + " " + Numbers.plain(limit.value());
    }
}
