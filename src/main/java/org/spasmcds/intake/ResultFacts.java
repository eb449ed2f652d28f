package org.spasmcds.intake;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.spasmcds.Certainty;
import org.spasmcds.Refusal;
import org.spasmcds.fact.Result;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** Turns measurements into result facts: the latest of each test, with its place among the earlier ones. */
final class ResultFacts {
    /** For these a value of one to seven days still asks for a repeat, whatever it would have meant [CLIN-CONS]. */
    private static final Set<String> SHORT_LIVED =
            Set.of("glucose", "glucose-fasting", "beta-hydroxybutyrate", "urine-ketones", "lactate", "ph");
    /** For these a dangerous value of up to 30 days still asks for a repeat [CLIN-CONS]. */
    private static final Set<String> DANGEROUS = Set.of(
            "sodium",
            "potassium",
            "calcium-total",
            "calcium-adjusted",
            "calcium-ionized",
            "magnesium",
            "phosphate",
            "creatine-kinase");

    private static final double SHORT_LIVED_DAYS = 7;
    private static final double DANGEROUS_DAYS = 30;
    /** Limits that pregnancy moves; without the laboratory's own range they say nothing then. */
    static final Set<String> MOVED_BY_PREGNANCY = Set.of("creatinine", "albumin", "alp", "vitamin-b12", "tsh");

    private final Vocabulary vocabulary;
    private final Words words;
    private final FactSheet sheet;
    private final boolean pregnant;
    private final boolean magnesiumInfused;
    private final Map<String, List<Measurement>> byTest = new TreeMap<>();

    ResultFacts(Vocabulary vocabulary, Words words, FactSheet sheet, boolean pregnant, boolean magnesiumInfused) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.sheet = sheet;
        this.pregnant = pregnant;
        this.magnesiumInfused = magnesiumInfused;
    }

    void add(List<Measurement> measurements) {
        for (Measurement measurement : measurements) {
            byTest.computeIfAbsent(measurement.test().name(), any -> new ArrayList<>())
                    .add(measurement);
        }
        byTest.values().forEach(series -> series.sort(Comparator.comparingDouble(Measurement::days)));
    }

    /** All measurements of a test, the latest first, undated ones last. */
    List<Measurement> series(String test) {
        return byTest.getOrDefault(test, List.of());
    }

    Optional<Measurement> latest(String test) {
        return series(test).stream().filter(Measurement::dated).findFirst();
    }

    /** The latest measurement, any other of the very same time, and the latest number where the latest is a word other than normal. */
    List<Measurement> leading(String test) {
        List<Measurement> dated =
                series(test).stream().filter(Measurement::dated).toList();
        if (dated.isEmpty()) {
            return List.of();
        }
        List<Measurement> leading = new ArrayList<>(
                dated.stream().filter(m -> m.days() == dated.get(0).days()).toList());
        boolean vague = leading.stream().allMatch(m -> !m.hasNumber() && !m.isNormal());
        dated.stream().filter(m -> vague && m.hasNumber()).findFirst().ifPresent(leading::add);
        return leading;
    }

    /** The latest current number. */
    Optional<Measurement> current(String test) {
        return series(test).stream()
                .filter(Measurement::dated)
                .filter(Measurement::current)
                .filter(Measurement::hasNumber)
                .findFirst();
    }

    /** The latest measurement, number or word, if it is current. */
    Optional<Measurement> currentAny(String test) {
        return latest(test).filter(Measurement::current);
    }

    void replace(String test, List<Measurement> series) {
        byTest.put(test, series);
    }

    /** Hemolysis only raises potassium, so a normal value from such a sample may hide a low one [NHSC-K]. */
    void refuseHemolyzedNormal() {
        List<Measurement> kept = new ArrayList<>();
        for (Measurement measurement : series("potassium")) {
            if (measurement.hemolyzed() && measurement.isNormal()) {
                sheet.refuse(new Refusal(measurement.path(), measurement.written(), words.say("refused.hemolyzed")));
            } else {
                kept.add(measurement);
            }
        }
        if (byTest.containsKey("potassium")) {
            replace("potassium", kept);
        }
    }

    /** Adds the facts for each test that rules ask for. */
    void insert(Set<String> asked) {
        byTest.forEach((test, series) -> {
            List<Measurement> leading = leading(test);
            for (Measurement measurement : leading) {
                if (asked.contains(test)) {
                    Result fact = fact(measurement, series, measurement.current());
                    sheet.add(fact, label(measurement), new Origin.Measured(measurement, series));
                    mark(fact, measurement);
                }
                if (!measurement.current()) {
                    old(measurement, series, asked.contains(test));
                }
            }
            series.stream()
                    .filter(measurement -> !measurement.dated())
                    .forEach(measurement -> undated(measurement, series, asked.contains(test)));
            series.stream()
                    .filter(Measurement::dated)
                    .filter(measurement -> !leading.contains(measurement))
                    .forEach(measurement -> refuse(measurement, words.say("refused.earlier")));
        });
    }

    private void old(Measurement measurement, List<Measurement> series, boolean asked) {
        refuse(
                measurement,
                words.say("refused.window", window(measurement.test().windowHours())));
        String test = measurement.test().name();
        boolean shortLived = SHORT_LIVED.contains(test) && measurement.days() <= SHORT_LIVED_DAYS;
        if (asked && (shortLived || (DANGEROUS.contains(test) && measurement.days() <= DANGEROUS_DAYS))) {
            stale(measurement, series, words.ago(measurement.days()), !shortLived);
        }
    }

    private void undated(Measurement measurement, List<Measurement> series, boolean asked) {
        refuse(measurement, words.say("refused.undated"));
        if (asked) {
            stale(measurement, series, words.ago(measurement.days()), true);
        }
    }

    private void stale(Measurement measurement, List<Measurement> series, String age, boolean onlyEmergencies) {
        Result fact = fact(measurement, series, true);
        sheet.addStale(
                fact,
                label(measurement),
                new Origin.Measured(measurement, series),
                new FactSheet.Doubt(words.say("doubt.repeat", measurement.written(), age), onlyEmergencies));
        markLaboratory(fact, measurement);
    }

    private void refuse(Measurement measurement, String reason) {
        if (measurement.basis().equals("measured")) {
            sheet.refuse(new Refusal(
                    measurement.path(),
                    words.say("fact.result", measurement.written(), words.ago(measurement.days())),
                    reason));
        }
    }

    private String window(double hours) {
        return hours <= 48 ? words.count(hours, "hour") : words.count(hours / 24, "day");
    }

    private void markLaboratory(Result fact, Measurement measurement) {
        if (vocabulary
                .name(measurement.test().name())
                .map(Name::kind)
                .filter(Kind.ANALYTE::equals)
                .isPresent()) {
            sheet.laboratory(fact);
        }
    }

    private void mark(Result fact, Measurement measurement) {
        markLaboratory(fact, measurement);
        if (Double.isNaN(measurement.low())) {
            sheet.onDefaultLow(fact);
        }
        if (Double.isNaN(measurement.high())) {
            sheet.onDefaultHigh(fact);
        }
        if (measurement.hemolyzed() && measurement.test().name().equals("potassium") && !measurement.isLow()) {
            sheet.cap(fact, Certainty.POSSIBLE);
        }
        if (measurement.unitDoubtful() && !(measurement.test().name().equals("magnesium") && magnesiumInfused)) {
            sheet.doubt(fact, new FactSheet.Doubt(words.say("doubt.unit", measurement.written()), true));
        }
    }

    private Result fact(Measurement m, List<Measurement> series, boolean current) {
        boolean limitsMoved = pregnant && MOVED_BY_PREGNANCY.contains(m.test().name()) && !m.hasOwnRange();
        return new Result(
                m.test().name(),
                m.value(),
                m.days(),
                current,
                new Result.Context(
                        m.isLow() && !limitsMoved,
                        m.isNormal() && (!limitsMoved || !m.hasNumber()),
                        m.isHigh() && !limitsMoved,
                        m.hasOwnRange() && m.isNormal(),
                        limitsMoved ? Double.NaN : exact(m.value() / m.upperLimit()),
                        exact(highest(series, m, 2) - m.value()),
                        exact(m.value() - lowest(series, m, 0.5)),
                        exact(m.value() - prior(series, m)),
                        m.hemolyzed(),
                        m.basis()));
    }

    /** Without the error of binary fractions: from 3.6 to 4.1 is a rise of 0.5, and a limit of 0.5 must hold for it. */
    private static double exact(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_UP).doubleValue()
                : value;
    }

    private static double highest(List<Measurement> series, Measurement m, double withinDays) {
        return highest(series.stream(), m, withinDays).map(Measurement::value).orElse(Double.NaN);
    }

    private static double lowest(List<Measurement> series, Measurement m, double withinDays) {
        return lowest(series.stream(), m, withinDays).map(Measurement::value).orElse(Double.NaN);
    }

    /** The highest of the measurements before another; one without a number counts as the highest, as no change is known then. */
    static Optional<Measurement> highest(Stream<Measurement> series, Measurement m, double withinDays) {
        return within(series, m, withinDays).max(Comparator.comparingDouble(Measurement::value));
    }

    /** The lowest of the measurements before another; one without a number counts as the lowest. */
    static Optional<Measurement> lowest(Stream<Measurement> series, Measurement m, double withinDays) {
        return within(series, m, withinDays)
                .min(Comparator.comparing(Measurement::hasNumber).thenComparingDouble(Measurement::value));
    }

    private static Stream<Measurement> within(Stream<Measurement> series, Measurement m, double withinDays) {
        return series.filter(other -> other.days() > m.days() && other.days() - m.days() <= withinDays);
    }

    private static double prior(List<Measurement> series, Measurement m) {
        return series.stream()
                .filter(other -> other.days() > m.days())
                .mapToDouble(Measurement::value)
                .findFirst()
                .orElse(Double.NaN);
    }

    String label(Measurement m) {
        String unit = m.test().unit();
        String value = m.word().isEmpty()
                ? words.number(m.value()) + (unit.equals("1") || unit.startsWith("{") ? "" : " " + unit)
                : words.say("value." + m.word());
        String converted = vocabulary.display(m.test().name()) + " " + value;
        String age = words.ago(m.days());
        if (!m.basis().equals("measured")) {
            return words.say("fact.result.computed", converted, m.written(), age);
        }
        return m.written().equals(converted)
                ? words.say("fact.result", converted, age)
                : words.say("fact.result.given", converted, m.written(), age);
    }
}
