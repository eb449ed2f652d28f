package org.spasmcds.report;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Assessment;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Patient;
import org.spasmcds.language.Words;

/** All that the page shows, in the order in which a clinician decides. */
record Sheet(
        String language,
        String style,
        Map<String, String> labels,
        String title,
        String id,
        String who,
        String asOf,
        Mark level,
        String says,
        List<Step> scale,
        String range,
        List<String> explanations,
        String otherExplanations,
        boolean noCause,
        List<Advice> findings,
        List<Open.Condition> open,
        String notAsked,
        List<Open.Asked> questions,
        List<Open.Turn> turns,
        List<Facts.Row> facts,
        String gaps,
        List<Gaps> gapTitles,
        List<Refused> refused,
        List<Refused> otherRefused,
        String moreRefused,
        List<String> notes,
        String returnAdvice,
        String disclaimer,
        String rules,
        String library) {
    private static final int EXPLANATIONS = 5;
    private static final int REFUSALS = 5;

    /** A fact that was given and not used. */
    record Refused(String fact, String reason, String place) {}

    /** The red flags of a level that could not be judged. */
    record Gaps(Mark mark, String titles) {}

    static Sheet of(Basis basis, Patient patient, String id, String style) {
        Assessment assessment = basis.assessment();
        Words words = Words.of(assessment.language()).orElseThrow();
        Mark level = Mark.of(assessment.level(), words);
        Set<String> drawn = new HashSet<>();
        List<Finding> explanations = assessment.explanations();
        List<Refused> refused = assessment.refused().stream()
                .map(each -> new Refused(each.fact(), each.reason(), each.field()))
                .toList();
        int refusals = Math.min(REFUSALS, refused.size());
        return new Sheet(
                assessment.language().toLanguageTag(),
                style,
                Labels.of(words),
                id.isEmpty() ? words.say("page.title") : words.say("page.title.of", id),
                id,
                who(patient, assessment.evaluatedAt(), words),
                words.say("report.asOf", time(assessment.evaluatedAt(), words)),
                level,
                says(assessment, words),
                Step.scale(assessment.level(), basis.range(), words),
                Step.range(basis, words),
                explanations.stream()
                        .limit(EXPLANATIONS)
                        .map(each -> words.say(
                                "page.explanation",
                                each.title(),
                                each.attribution().word(words)))
                        .toList(),
                more(explanations.size() - EXPLANATIONS, words),
                explanations.isEmpty() && !assessment.findings().isEmpty(),
                assessment.findings().stream()
                        .map(finding -> Advice.of(finding, basis, drawn, words))
                        .toList(),
                basis.cannotRuleOut().stream()
                        .map(each -> Open.Condition.of(each, words))
                        .toList(),
                basis.notAsked() == 0 ? "" : words.say("page.notAsked", basis.notAsked()),
                basis.questions().stream()
                        .map(each -> Open.Asked.of(each, words))
                        .toList(),
                basis.whatIf().stream().map(each -> Open.Turn.of(each, words)).toList(),
                Facts.rows(basis, words),
                assessment.gaps().isEmpty()
                        ? ""
                        : words.say("report.gaps", assessment.gaps().size()),
                gaps(assessment, words),
                refused.subList(0, refusals),
                refused.subList(refusals, refused.size()),
                more(refused.size() - REFUSALS, words),
                assessment.notes(),
                assessment.returnAdvice(),
                assessment.disclaimer(),
                words.say(
                        "report.rules",
                        assessment.ruleset().version(),
                        assessment.ruleset().rules(),
                        assessment.ruleset().digest().substring(0, 12)),
                versioned());
    }

    boolean hasExplanations() {
        return findings.size() > 1 && !explanations.isEmpty();
    }

    boolean hasGiven() {
        return facts.stream().anyMatch(fact -> !fact.given().isEmpty());
    }

    boolean hasDocuments() {
        return facts.stream().anyMatch(fact -> !fact.document().isEmpty());
    }

    boolean hasFindings() {
        return !findings.isEmpty();
    }

    boolean hasOpen() {
        return !open.isEmpty();
    }

    boolean hasQuestions() {
        return !questions.isEmpty();
    }

    boolean hasTurns() {
        return !turns.isEmpty();
    }

    boolean hasRefused() {
        return !refused.isEmpty();
    }

    boolean hasNotes() {
        return !notes.isEmpty();
    }

    boolean hasFacts() {
        return !facts.isEmpty();
    }

    private static String more(int more, Words words) {
        return more > 0 ? words.say("report.andMore", more) : "";
    }

    private static String who(Patient patient, Instant at, Words words) {
        List<String> who = new ArrayList<>();
        if (!patient.sex().isEmpty()) {
            who.add(words.say("value." + patient.sex()));
        }
        if (patient.age().isPresent()) {
            who.add(words.say("fact.age", patient.age().getAsDouble()));
        } else {
            patient.birthDate()
                    .map(birth -> ChronoUnit.YEARS.between(
                            birth, at.atZone(ZoneOffset.UTC).toLocalDate()))
                    .ifPresent(years -> who.add(words.say("fact.age", years)));
        }
        return Text.capital(String.join(", ", who));
    }

    private static String time(Instant at, Words words) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                        .withLocale(words.locale())
                        .format(at.atZone(ZoneOffset.UTC))
                + DateTimeFormatter.ofPattern(", HH:mm 'UTC'", words.locale()).format(at.atZone(ZoneOffset.UTC));
    }

    private static String says(Assessment assessment, Words words) {
        return switch (assessment.outcome()) {
            case FOUND -> assessment.level().orElseThrow().meaning(words);
            case NOTHING_FOUND -> words.say("report.nothingFound");
            case COULD_NOT_LOOK ->
                words.say("report.couldNotLook", assessment.gaps().size());
        };
    }

    private static List<Gaps> gaps(Assessment assessment, Words words) {
        return assessment.gaps().stream()
                .map(gap -> gap.level())
                .distinct()
                .sorted(java.util.Comparator.reverseOrder())
                .map(level -> new Gaps(
                        Mark.of(level, words),
                        String.join(
                                "; ",
                                assessment.gaps().stream()
                                        .filter(gap -> gap.level() == level)
                                        .map(gap -> gap.title())
                                        .toList())))
                .toList();
    }

    private static String versioned() {
        String version = Sheet.class.getPackage().getImplementationVersion();
        return version == null ? "spasm-cds" : "spasm-cds " + version;
    }
}
