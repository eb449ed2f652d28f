package org.spasmcds.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.TestDefinition;
import org.spasmcds.vocabulary.Vocabulary;

/** Values that are computed from measured ones. Each formula names its source; none runs on a missing or outdated input. */
final class DerivedResults {
    /** QTc from which it counts as prolonged in men, in ms [QTC-AHA-2009]. */
    private static final double QTC_PROLONGED_MEN = 450;
    /** The same in women and where the sex is not known [QTC-AHA-2009]. */
    private static final double QTC_PROLONGED_WOMEN = 460;
    /** QTc that is dangerous in either sex, in ms [QTC-AHA-2009]. */
    private static final double QTC_DANGEROUS = 500;
    /** Rise of creatinine within 48 hours that is an acute kidney injury, in µmol/L [KDIGO-AKI]. */
    private static final double AKI_RISE = 26;
    /** Ratio to the baseline within 7 days that is an acute kidney injury [KDIGO-AKI]. */
    private static final double AKI_RATIO = 1.5;
    /** An albumin of so many days before or after serves to adjust a calcium [CLIN-CONS]. */
    private static final double ALBUMIN_DAYS = 7;
    /** Below this albumin, in g/L, adjustment is rough [CLIN-CONS]. */
    private static final double LOW_ALBUMIN = 30;
    /** Below this eGFR adjustment adds no accuracy [CALC-ADJ-BMJO]. */
    private static final double LOW_EGFR = 60;

    /** Two low results count as repeated when so many days lie between them [CLIN-CONS]. */
    private static final double REPEATED_DAYS = 7;

    // The formulas for readers, with the names of the vocabulary in braces: a test works them out and compares.
    private static final String ADJUSTED_CALCIUM = "{calcium-total} + 0.02 × (40 − {albumin})";
    private static final String UNADJUSTED_CALCIUM = "{calcium-total}";
    private static final String OSMOLARITY = "1.86 × ({sodium} + {potassium}) + 1.15 × {glucose} + {urea} + 14";
    private static final String EFFECTIVE_OSMOLALITY = "2 × {sodium} + {glucose}";
    private static final String LOWEST_GLUCOSE = "{glucose}";

    private final Vocabulary vocabulary;
    private final Words words;
    private final ResultFacts results;

    DerivedResults(Vocabulary vocabulary, Words words, ResultFacts results) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.results = results;
    }

    void compute() {
        adjustedCalcium();
        osmolarity();
        effectiveOsmolality();
        orthostaticDrop();
        aboveUsualPressure();
        lowestGlucose();
    }

    /**
     * Adjusted calcium (mmol/L) = total calcium + 0.02 × (40 − albumin g/L) [CALC-ADJ-GPN]. A value that the laboratory adjusted goes
     * before a computed one, a computed one before the unadjusted total. A current ionized calcium goes before all of them, unless its
     * unit is doubtful or it and the total are more than 24 hours apart: then both stay, and the lower band of the two counts
     * [CLIN-CONS].
     */
    private void adjustedCalcium() {
        if (vocabulary.test("calcium-adjusted").isEmpty()) {
            // A vocabulary without the test has no rule that asks for it.
            return;
        }
        List<Measurement> reported = results.series("calcium-adjusted");
        List<Measurement> series = new ArrayList<>(reported);
        for (Measurement total : results.series("calcium-total")) {
            if (reported.stream().noneMatch(adjusted -> sameDay(adjusted, total))) {
                series.add(adjust(total));
            }
        }
        List<Measurement> ionized = results.series("calcium-ionized").stream()
                .filter(m -> m.current() && !m.unitDoubtful() && (m.hasNumber() || m.isNormal()))
                .toList();
        series.removeIf(calcium -> ionized.stream().anyMatch(better -> sameDay(better, calcium)));
        series.sort(Comparator.comparingDouble(Measurement::days));
        results.replace("calcium-adjusted", series);
    }

    private static boolean sameDay(Measurement a, Measurement b) {
        return (!a.dated() && !b.dated()) || Math.abs(a.days() - b.days()) <= 1;
    }

    private Measurement adjust(Measurement total) {
        Optional<Measurement> albumin = results.series("albumin").stream()
                .filter(a -> total.hasNumber() && a.hasNumber())
                .filter(a -> sameDay(a, total) || Math.abs(a.days() - total.days()) <= ALBUMIN_DAYS)
                .findFirst();
        double value = albumin.isPresent()
                ? round(total.value() + 0.02 * (40 - albumin.get().value()), 2)
                : total.value();
        String written = albumin.isPresent()
                ? words.say(
                        "fact.computed.calcium", total.value(), albumin.get().value())
                : words.say("fact.computed.unadjusted");
        return new Measurement(
                vocabulary.test("calcium-adjusted").orElseThrow(),
                value,
                total.word(),
                total.days(),
                albumin.isPresent() ? Double.NaN : total.low(),
                albumin.isPresent() ? Double.NaN : total.high(),
                false,
                total.unitDoubtful(),
                written,
                albumin.isPresent() ? "computed" : "unadjusted",
                total.entry(),
                albumin.isPresent() ? ADJUSTED_CALCIUM : UNADJUSTED_CALCIUM,
                albumin.map(a -> List.of(total, a)).orElse(List.of(total)));
    }

    /** Whether an adjusted calcium is too rough to confirm anything. */
    boolean calciumIsRough() {
        return results.latest("calcium-adjusted")
                .filter(calcium -> calcium.basis().equals("unadjusted")
                        || (calcium.basis().equals("computed")
                                && (below("egfr", LOW_EGFR) || below("albumin", LOW_ALBUMIN))))
                .isPresent();
    }

    /** Whether something besides fluid loss raises the calculated osmolarity: glucose over 10 mmol/L or eGFR under 30 [ESPEN-GERI]. */
    boolean osmolarityIsRough() {
        return below("egfr", 30)
                || results.current("glucose")
                        .filter(glucose -> glucose.value() > 10)
                        .isPresent();
    }

    private boolean below(String test, double limit) {
        return results.current(test).filter(m -> m.value() < limit).isPresent();
    }

    /** Calculated osmolarity = 1.86 × (Na + K) + 1.15 × glucose + urea + 14, all in mmol/L [ESPEN-GERI]. */
    private void osmolarity() {
        inputs("sodium", "potassium", "glucose", "urea")
                .ifPresent(in -> add(
                        "calculated-osmolarity",
                        1.86 * (in.get(0).value() + in.get(1).value())
                                + 1.15 * in.get(2).value()
                                + in.get(3).value()
                                + 14,
                        in,
                        OSMOLARITY,
                        words.say("fact.computed.osmolarity")));
    }

    /** Effective osmolality = 2 × Na + glucose, in mmol/L [ADA-HYPER-2024]. */
    private void effectiveOsmolality() {
        inputs("sodium", "glucose")
                .ifPresent(in -> add(
                        "effective-osmolality",
                        2 * in.get(0).value() + in.get(1).value(),
                        in,
                        EFFECTIVE_OSMOLALITY,
                        words.say("fact.computed.osmolality")));
    }

    /** Systolic pressure lying (else the ordinary one) minus standing. */
    private void orthostaticDrop() {
        if (results.series("orthostatic-systolic-drop").isEmpty()) {
            String lying = results.current("systolic-bp-supine").isPresent() ? "systolic-bp-supine" : "systolic-bp";
            inputs(lying, "systolic-bp-standing")
                    .ifPresent(in -> add(
                            "orthostatic-systolic-drop",
                            in.get(0).value() - in.get(1).value(),
                            in,
                            "{" + lying + "} − {systolic-bp-standing}",
                            words.say("fact.computed.orthostaticDrop")));
        }
    }

    /** Systolic pressure minus the usual one of this patient, which needs no date. */
    private void aboveUsualPressure() {
        Optional<Measurement> usual = results.series("systolic-bp-usual").stream()
                .filter(Measurement::hasNumber)
                .findFirst();
        if (usual.isPresent() && results.series("systolic-bp-above-usual").isEmpty()) {
            results.current("systolic-bp")
                    .ifPresent(pressure -> add(
                            "systolic-bp-above-usual",
                            pressure.value() - usual.get().value(),
                            List.of(pressure),
                            List.of(usual.get()),
                            "{systolic-bp} − {systolic-bp-usual}",
                            words.say("fact.computed.usualPressure")));
        }
    }

    /** The lowest glucose of the last 24 hours, which a later normal one does not undo. */
    private void lowestGlucose() {
        if (results.series("glucose-lowest").isEmpty()) {
            results.series("glucose").stream()
                    .filter(Measurement::current)
                    .filter(glucose -> !Double.isNaN(glucose.value()))
                    .min(Comparator.comparingDouble(Measurement::value))
                    .ifPresent(lowest -> add(
                            "glucose-lowest",
                            lowest.value(),
                            List.of(lowest),
                            LOWEST_GLUCOSE,
                            words.say("fact.computed.lowestGlucose")));
        }
    }

    private Optional<List<Measurement>> inputs(String... tests) {
        List<Measurement> inputs = new ArrayList<>();
        for (String test : tests) {
            results.current(test).filter(m -> !Double.isNaN(m.value())).ifPresent(inputs::add);
        }
        return inputs.size() == tests.length ? Optional.of(inputs) : Optional.empty();
    }

    private void add(String test, double value, List<Measurement> inputs, String formula, String written) {
        add(test, value, inputs, List.of(), formula, written);
    }

    /**
     * @param inputs what the value is as old, and as doubtful, as
     * @param timeless what goes into it too and needs no date
     */
    private void add(
            String test,
            double value,
            List<Measurement> inputs,
            List<Measurement> timeless,
            String formula,
            String written) {
        double days = inputs.stream().mapToDouble(Measurement::days).max().orElse(Double.NaN);
        TestDefinition definition = vocabulary.test(test).orElse(null);
        if (definition == null) {
            // A vocabulary without the test has no rule that asks for it.
            return;
        }
        results.replace(
                test,
                List.of(new Measurement(
                        definition,
                        round(value, 1),
                        "",
                        days,
                        Double.NaN,
                        Double.NaN,
                        false,
                        inputs.stream().anyMatch(Measurement::unitDoubtful),
                        written,
                        "computed",
                        inputs.get(0).entry(),
                        formula,
                        Stream.concat(inputs.stream(), timeless.stream()).toList())));
    }

    private static double round(double value, int decimals) {
        double factor = Math.pow(10, decimals);
        return Math.round(value * factor) / factor;
    }

    /** The prolonged QTc of today; empty when there is none. */
    Optional<Conclusion> qtcProlonged(String sex) {
        double limit = sex.equals("male") ? QTC_PROLONGED_MEN : QTC_PROLONGED_WOMEN;
        return currentQtc()
                .filter(qtc -> qtc.value() >= limit || qtc.word().equals("high"))
                .findFirst()
                .map(qtc -> prolonged(limit, qtc));
    }

    Optional<Conclusion> qtcDangerous() {
        return currentQtc()
                .filter(qtc -> qtc.value() >= QTC_DANGEROUS)
                .findFirst()
                .map(qtc -> prolonged(QTC_DANGEROUS, qtc));
    }

    private Conclusion prolonged(double limit, Measurement qtc) {
        return new Conclusion(words.say("formula.qtc", vocabulary.display("qtc"), limit), List.of(qtc));
    }

    /** The QTc that would show that it is not prolonged: by a number, or by the word normal. */
    List<Measurement> knownQtc() {
        return currentQtc().filter(qtc -> qtc.hasNumber() || qtc.isNormal()).toList();
    }

    private Stream<Measurement> currentQtc() {
        return results.leading("qtc").stream().filter(Measurement::current);
    }

    /** Creatinine up by 26 µmol/L within 48 hours, or to 1.5 times an earlier value within 7 days [KDIGO-AKI]. */
    Optional<Conclusion> acuteKidneyInjury() {
        return results.current("creatinine")
                .flatMap(latest -> results.series("creatinine").stream()
                        .filter(earlier -> earlier.days() > latest.days())
                        .filter(earlier ->
                                (earlier.days() - latest.days() <= 2 && latest.value() - earlier.value() >= AKI_RISE)
                                        || (earlier.days() - latest.days() <= 7
                                                && latest.value() >= AKI_RATIO * earlier.value()))
                        .findFirst()
                        .map(earlier -> new Conclusion(
                                words.say("formula.creatinine", vocabulary.display("creatinine"), AKI_RISE, AKI_RATIO),
                                List.of(latest, earlier))));
    }

    /** A current low result of a test, and another at least 7 days before it. */
    Optional<Conclusion> lowRepeated(String test) {
        return results.currentAny(test)
                .filter(Measurement::isLow)
                .flatMap(latest -> results.series(test).stream()
                        .filter(earlier -> earlier.isLow() && earlier.days() - latest.days() >= REPEATED_DAYS)
                        .findFirst()
                        .map(earlier -> new Conclusion(
                                words.say("formula.lowRepeated", vocabulary.display(test), REPEATED_DAYS),
                                List.of(latest, earlier))));
    }

    /**
     * Something that follows from results.
     *
     * @param formula how, in words
     */
    record Conclusion(String formula, List<Measurement> from) {
        Origin origin() {
            return new Origin.Concluded(formula, from);
        }
    }
}
