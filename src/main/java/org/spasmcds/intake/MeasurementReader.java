package org.spasmcds.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.spasmcds.Refusal;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Turns results as given into measurements in the unit of the vocabulary, and refuses those that cannot be trusted. */
final class MeasurementReader {
    private final Vocabulary vocabulary;
    private final Words words;
    private final Instant evaluation;
    private final FactSheet sheet;

    MeasurementReader(Vocabulary vocabulary, Words words, Instant evaluation, FactSheet sheet) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.evaluation = evaluation;
        this.sheet = sheet;
    }

    List<Measurement> read(List<Entry> entries) {
        List<Measurement> accepted = new ArrayList<>();
        for (Entry entry : entries) {
            if (entry.section() == Section.RESULTS) {
                read(entry, accepted);
            }
        }
        return accepted;
    }

    private void read(Entry entry, List<Measurement> accepted) {
        TestDefinition test = vocabulary.test(entry.name()).orElseThrow();
        double given = entry.number("value");
        String word = entry.text("value");
        String writtenUnit = entry.text("unit").strip();
        String unit = vocabulary.unit(writtenUnit);
        double days = entry.when("at").map(when -> when.daysBefore(evaluation)).orElse(Double.NaN);
        String written = written(test, given, word, writtenUnit);
        if (!entry.values().containsKey("value")) {
            refuse(entry, written, words.say("refused.value.missing"));
        } else if (days < -1) {
            refuse(entry, written, words.say("refused.future.result"));
        } else if (!word.isEmpty()) {
            accepted.add(measurement(entry, test, Double.NaN, word, days, "", written));
        } else if (writtenUnit.isEmpty() && !test.unit().equals("1")) {
            refuse(entry, written, words.say("refused.unit.missing", units(test)));
        } else if (!writtenUnit.isEmpty() && !test.accepts(unit)) {
            refuse(entry, written, words.say("refused.unit", writtenUnit, test.name(), units(test)));
        } else {
            String known = writtenUnit.isEmpty() ? test.unit() : unit;
            double value = test.convert(given, known);
            if (!test.plausible(value)) {
                refuse(
                        entry,
                        written,
                        words.say("refused.implausible", test.plausibleLow(), test.plausibleHigh(), test.unit()));
            } else {
                String told = known.equals(test.unit()) ? written(test, given, "", test.unit()) : written;
                accepted.add(measurement(entry, test, value, "", days, known, told));
            }
        }
    }

    private Measurement measurement(
            Entry entry, TestDefinition test, double value, String word, double days, String unit, String written) {
        double low = limit(entry, "low", test, unit);
        double high = limit(entry, "high", test, unit);
        if (low >= high || high <= 0) {
            refuse(entry, words.say("refused.range.of", written), words.say("refused.range"));
            low = Double.NaN;
            high = Double.NaN;
        }
        return new Measurement(
                test,
                value,
                word,
                Math.max(0, days),
                low,
                high,
                entry.flag("hemolyzed"),
                unitDoubtful(test, entry.number("value"), value, unit),
                written,
                "measured",
                entry,
                "",
                List.of());
    }

    private static double limit(Entry entry, String field, TestDefinition test, String unit) {
        double limit = entry.number(field);
        return Double.isNaN(limit) || unit.isEmpty() ? Double.NaN : test.convert(limit, unit);
    }

    /**
     * Out of range in a unit that had to be converted, and in range if the same number stood in another unit: 9.2 "mEq/L" of calcium. The
     * unit of the vocabulary itself is not doubted, else a lactate of 4.5 mmol/L would pass for mg/dL; nor are units that differ by less
     * than a factor of two, where no number tells them apart.
     */
    private static boolean unitDoubtful(TestDefinition test, double given, double value, String unit) {
        if (unit.isEmpty() || unit.equals(test.unit()) || inReference(test, value)) {
            return false;
        }
        List<String> others = new ArrayList<>(test.conversions().keySet());
        others.add(test.unit());
        return others.stream()
                .mapToDouble(other -> test.convert(given, other))
                .anyMatch(other -> inReference(test, other) && Math.max(other / value, value / other) >= 2);
    }

    private static boolean inReference(TestDefinition test, double value) {
        return value >= test.referenceLow() && value <= test.referenceHigh();
    }

    private String written(TestDefinition test, double value, String word, String unit) {
        String number = !Double.isNaN(value) ? words.number(value) : word.isEmpty() ? "" : words.say("value." + word);
        return (vocabulary.display(test.name()) + " " + number + " "
                        + (unit.equals("1") || unit.startsWith("{") ? "" : unit))
                .strip();
    }

    private static String units(TestDefinition test) {
        List<String> units = new ArrayList<>(List.of(test.unit()));
        units.addAll(test.conversions().keySet());
        return String.join(", ", units);
    }

    private void refuse(Entry entry, String written, String reason) {
        sheet.refuse(new Refusal(entry.path(), written, reason));
    }
}
