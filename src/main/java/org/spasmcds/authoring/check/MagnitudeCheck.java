package org.spasmcds.authoring.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.vocabulary.Csv;
import org.spasmcds.vocabulary.TestDefinition;

/** Numbers that no patient can have, and numbers that look like another unit. */
final class MagnitudeCheck implements Check {
    private static final String WRONG = "wrong-magnitude";
    private static final String IMPLAUSIBLE = "implausible-number";
    private static final double OLDEST = 130;
    /** A limit more than so many times above all others, or below them, is looked at; in the bundled rules none is. */
    private static final double FAR = 2;

    private static final Map<String, Section> SECTIONS =
            Map.of("Spasm", Section.SPASMS, "Symptom", Section.SYMPTOMS, "Medicine", Section.MEDICINES);

    /** A limit on a test, from a rule or a group. */
    private record Limit(Place place, String owner, String text, TestDefinition test, String operator, double value) {}

    @Override
    public Set<String> ids() {
        return Set.of(WRONG, IMPLAUSIBLE);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        List<Limit> limits = new ArrayList<>();
        Units units = new Units(folder.vocabulary());
        Numbers.each(folder, (text, rule, pattern, number) -> {
            if (number.property().equals("value")) {
                units.tests(pattern)
                        .forEach(test -> limits.add(new Limit(
                                text.place(number),
                                rule.id(),
                                Conditions.text(number),
                                test,
                                number.operator(),
                                number.value())));
            } else {
                range(pattern, number)
                        .ifPresent(range -> judge(
                                number.operator(),
                                number.value(),
                                range.low(),
                                range.high(),
                                (check, why) -> report.add(
                                        check,
                                        text.place(number),
                                        rule.id() + ": " + Conditions.text(number),
                                        Conditions.text(number) + " " + why)));
            }
        });
        folder.rows("groups.csv").forEach((file, rows) -> rows.forEach(row -> limit(folder, file, row, limits)));
        Map<String, List<Double>> known = new TreeMap<>();
        limits.forEach(limit -> known.computeIfAbsent(limit.test().name(), any -> new ArrayList<>())
                .add(limit.value()));
        limits.forEach(limit -> judge(limit, others(limit, known), report));
    }

    /** What an entry of a patient may hold. */
    private static Optional<Field.Number> range(Condition.Pattern pattern, Condition.Test.Number number) {
        if (pattern.type().name().equals("Patient")) {
            return Optional.of(new Field.Number(0, OLDEST));
        }
        return Optional.ofNullable(SECTIONS.get(pattern.type().name()))
                .flatMap(section -> section.field(number.property()))
                .map(Field::type)
                .filter(Field.Number.class::isInstance)
                .map(Field.Number.class::cast);
    }

    private static void limit(CheckedFolder folder, String file, Csv.Row row, List<Limit> limits) {
        String[] words = row.get("member").split(" ");
        if (words.length == 4 && words[2].matches("-?\\d+(\\.\\d+)?")) {
            folder.vocabulary()
                    .test(words[0])
                    .ifPresent(test -> limits.add(new Limit(
                            new Place(file, row.line(), 1),
                            row.get("group"),
                            row.get("member"),
                            test,
                            words[1],
                            Double.parseDouble(words[2]))));
        }
    }

    /** The other limits on the same test, its reference limits among them. */
    private static List<Double> others(Limit limit, Map<String, List<Double>> known) {
        List<Double> others = new ArrayList<>(known.get(limit.test().name()));
        others.removeIf(value -> value == limit.value());
        List.of(limit.test().referenceLow(), limit.test().referenceHigh()).stream()
                .filter(value -> !Double.isNaN(value))
                .forEach(others::add);
        return others;
    }

    private static void judge(Limit limit, List<Double> others, Report report) {
        TestDefinition test = limit.test();
        BiConsumer<String, String> found = (check, why) ->
                report.add(check, limit.place(), limit.owner() + ": " + limit.text(), limit.text() + " " + why);
        Optional<String> lookedLike = test.conversions().keySet().stream()
                .sorted()
                .filter(unit -> fits(test.convert(limit.value(), unit), limit, others))
                .findFirst();
        if (lookedLike.isPresent() && isStrange(limit, others)) {
            found.accept(
                    WRONG,
                    "looks like " + lookedLike.get() + "; " + test.name() + " is stated in " + test.unit()
                            + ", in which that is " + plain(test.convert(limit.value(), lookedLike.get())));
        } else {
            judge(limit.operator(), limit.value(), test.plausibleLow(), test.plausibleHigh(), found);
        }
    }

    private static boolean isStrange(Limit limit, List<Double> others) {
        return !limit.test().plausible(limit.value())
                || (others.size() > 1
                        && (others.stream().allMatch(other -> FAR * other < limit.value())
                                || others.stream().allMatch(other -> other > FAR * limit.value())));
    }

    /** Plausible, and among the other limits if there are any. */
    private static boolean fits(double converted, Limit limit, List<Double> others) {
        boolean among = others.size() < 2
                || (others.stream().anyMatch(other -> other <= converted)
                        && others.stream().anyMatch(other -> other >= converted));
        return limit.test().plausible(converted) && (!limit.test().plausible(limit.value()) || among);
    }

    private static void judge(
            String operator, double value, double low, double high, BiConsumer<String, String> found) {
        if (value < low || value > high) {
            found.accept(IMPLAUSIBLE, "is outside what a patient can have: " + plain(low) + " to " + plain(high));
        } else if ((operator.equals(">=") && value == low) || (operator.equals("<=") && value == high)) {
            found.accept(IMPLAUSIBLE, "always holds: values go from " + plain(low) + " to " + plain(high));
        } else if ((operator.equals("<") && value == low) || (operator.equals(">") && value == high)) {
            found.accept(IMPLAUSIBLE, "never holds: values go from " + plain(low) + " to " + plain(high));
        }
    }

    private static String plain(double value) {
        return java.math.BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
