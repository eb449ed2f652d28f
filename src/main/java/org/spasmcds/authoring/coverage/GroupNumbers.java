package org.spasmcds.authoring.coverage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.Member;
import org.spasmcds.vocabulary.Vocabulary;

/** The limits in the {@code groups.csv} of a folder, and on which sides of them the cases lie. */
final class GroupNumbers {
    private record Limit(String group, String text, int line, int column, Member.Limit member, Tally cases) {}

    private final List<Limit> limits = new ArrayList<>();

    /**
     * @param folder without the file there are no limits
     */
    GroupNumbers(Path folder, Vocabulary vocabulary) {
        Path file = folder.resolve(Coverage.GROUPS);
        if (!Files.exists(file)) {
            return;
        }
        try {
            String text = Files.readString(file);
            String[] lines = text.split("\n", -1);
            for (Csv.Row row : Csv.rows(text)) {
                String member = row.get("member");
                for (Member each : vocabulary.groups().getOrDefault(row.get("group"), List.of())) {
                    if (each instanceof Member.Limit limit && states(member, limit)) {
                        int column = lines[row.line() - 1].indexOf(member) + 1;
                        limits.add(new Limit(row.get("group"), member, row.line(), column, limit, new Tally()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean states(String member, Member.Limit limit) {
        String[] words = member.split(" ");
        return words.length == 4
                && words[0].equals(limit.test())
                && words[1].equals(limit.operator())
                && Double.parseDouble(words[2]) == limit.value();
    }

    void count(Scenario scenario, List<Object> facts) {
        for (Limit limit : limits) {
            limit.cases().add(scenario.file() + ": " + scenario.name(), Sides.of(limit.member(), facts));
        }
    }

    List<NumberCoverage> coverage() {
        return limits.stream()
                .map(limit -> new NumberCoverage(
                        limit.group() + ": " + limit.text(),
                        limit.line(),
                        limit.column(),
                        limit.cases().seen()))
                .toList();
    }
}
