package org.spasmcds.examples.hooks.feedback;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** The override rate of every rule. */
public final class FeedbackReport {
    private FeedbackReport() {}

    static List<RuleFeedback> of(Connection database) throws SQLException {
        Map<String, Map<String, Long>> reasons = new HashMap<>();
        List<RuleFeedback> rules = new ArrayList<>();
        try (Statement statement = database.createStatement()) {
            try (ResultSet row = statement.executeQuery(Schema.REASONS)) {
                while (row.next()) {
                    reasons.computeIfAbsent(row.getString(1), any -> new LinkedHashMap<>())
                            .put(row.getString(2), row.getLong(3));
                }
            }
            try (ResultSet row = statement.executeQuery(Schema.COUNTS)) {
                while (row.next()) {
                    String rule = row.getString(1);
                    long accepted = row.getLong(3);
                    long overridden = row.getLong(4);
                    rules.add(new RuleFeedback(
                            rule,
                            row.getLong(2),
                            accepted,
                            overridden,
                            accepted + overridden == 0
                                    ? OptionalDouble.empty()
                                    : OptionalDouble.of((double) overridden / (accepted + overridden)),
                            reasons.getOrDefault(rule, Map.of())));
                }
            }
        }
        return rules;
    }

    /** A table for a terminal. */
    public static String text(List<RuleFeedback> rules) {
        StringBuilder table = new StringBuilder(String.format(
                Locale.ROOT, "%-48s %6s %8s %10s %5s%n", "rule", "shown", "accepted", "overridden", "rate"));
        for (RuleFeedback rule : rules) {
            String rate = rule.overrideRate().isPresent()
                    ? String.format(
                            Locale.ROOT, "%.0f %%", 100 * rule.overrideRate().getAsDouble())
                    : "-";
            table.append(String.format(
                    Locale.ROOT,
                    "%-48s %6d %8d %10d %5s  %s%n",
                    rule.rule(),
                    rule.shown(),
                    rule.accepted(),
                    rule.overridden(),
                    rate,
                    reasons(rule)));
        }
        return table.toString();
    }

    private static String reasons(RuleFeedback rule) {
        List<String> texts = new ArrayList<>();
        rule.reasons().forEach((code, count) -> texts.add(code + " " + count));
        return String.join(", ", texts);
    }
}
