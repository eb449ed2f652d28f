package org.spasmcds.authoring.check;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/** The library never tells anyone to stop or change a medicine. */
final class StopWordingCheck implements Check {
    private static final String ID = "stop-wording";
    private static final String VERB =
            "stop|discontinue|withhold|hold|pause|omit|skip|leave out|come off|taper|wean|halve|double|adjust|change|switch|replace"
                    + "|increase|reduce|lower|raise|cut|start|restart|begin";
    private static final String PARTICIPLE =
            "stopped|discontinued|withheld|held|paused|omitted|skipped|tapered|weaned|halved|doubled|adjusted|changed|switched|replaced"
                    + "|increased|reduced|lowered|raised|cut|started|restarted|begun";
    private static final String NOUN =
            "medicines?|drugs?|tablets?|pills?|capsules?|inhalers?|doses?|dosage|infusions?|drips?|injections?";
    /** An order stands at the beginning of a clause; "a stop of" and "do not stop" do not. */
    private static final String CLAUSE = "(?:^|[.;:,(] *|\\b(?:and|then|or|please|to|should|must|first) )";

    private static final int SHORTEST = 4;

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        run(folder.vocabulary(), Wording.of(folder), report);
    }

    static void run(Vocabulary vocabulary, List<Wording> wordings, Report report) {
        String medicine = "(?:" + NOUN + "|" + names(vocabulary) + ")";
        List<Pattern> orders = List.of(
                pattern(CLAUSE + "((?:" + VERB + ")(?: (?!of\\b|and\\b|or\\b|date)[\\p{L}'-]+){0,4}? " + medicine
                        + ")\\b"),
                pattern(CLAUSE + "((?:stop|discontinue|withhold|switch) (?:it|them|this|that))\\b"),
                pattern("\\b(" + medicine
                        + "(?: [\\p{L}'-]+){0,3}? (?:should|must|needs? to|has to|have to|is to|are to) be (?:"
                        + PARTICIPLE + "))\\b"));
        Pattern verb = pattern("\\b(?:" + VERB + "|" + PARTICIPLE + ")\\b");
        for (Wording wording : wordings) {
            // The orders name every medicine, so they are slow; few texts hold a verb at all.
            if (!verb.matcher(wording.text()).find()) {
                continue;
            }
            for (Pattern order : orders) {
                Matcher found = order.matcher(wording.text());
                if (found.find() && !negated(wording.text().substring(0, found.start(1)))) {
                    report.add(
                            ID,
                            wording.at(found.start(1)),
                            wording.owner().isEmpty() ? found.group(1) : wording.owner(),
                            "\"" + found.group(1)
                                    + "\" orders a change of a medicine; say that a prescriber should review it");
                }
            }
        }
    }

    private static boolean negated(String before) {
        return before.toLowerCase(Locale.ROOT).matches("(?s).*\\b(?:not|never|without|no)\\b[^.;:]*");
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** Every word for a medicine or a class of medicines that is long enough to mean nothing else. */
    private static String names(Vocabulary vocabulary) {
        Set<String> words = new LinkedHashSet<>();
        for (Name name : vocabulary.names()) {
            if (name.kind() == Kind.MEDICINE || name.kind() == Kind.MEDICINE_CLASS) {
                words.add(name.id().replace('-', ' '));
                words.add(name.display());
                words.addAll(name.synonyms());
            }
        }
        return words.stream()
                .filter(word -> word.length() >= SHORTEST)
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(word -> Pattern.quote(word) + "s?")
                .collect(Collectors.joining("|"));
    }
}
