package org.spasmcds.examples.hooks.card;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Level;
import org.spasmcds.Question;
import org.spasmcds.Reason;
import org.spasmcds.vocabulary.Vocabulary;

/** Makes at most two cards of the findings: one of all emergencies, one of all the rest. */
final class Deck {
    /** CDS Hooks wants less than 140 characters. */
    private static final int LONGEST_SUMMARY = 139;

    private static final int SHORTEST_START = 60;
    private static final int LONGEST_LABEL = 80;
    private static final int LINKS = 3;

    private static final String REASON_SYSTEM = "urn:spasm-cds:override-reason";
    private static final List<Card.Coding> OVERRIDE_REASONS = List.of(
            new Card.Coding(REASON_SYSTEM, "known", "Known and already being dealt with"),
            new Card.Coding(REASON_SYSTEM, "later", "Will be dealt with later"),
            new Card.Coding(REASON_SYSTEM, "data", "The data are wrong or out of date"),
            new Card.Coding(REASON_SYSTEM, "not-applicable", "Does not apply to this patient"),
            new Card.Coding(REASON_SYSTEM, "disagree", "I do not agree"));

    private final Vocabulary vocabulary;
    private final Laboratory laboratory;
    private final Card.Source source;

    Deck(Vocabulary vocabulary, URI baseUrl) {
        this.vocabulary = vocabulary;
        laboratory = new Laboratory(vocabulary);
        source = new Card.Source("spasm-cds, open-source decision support", baseUrl + "/");
    }

    List<Shown> cards(Case call) {
        List<Shown> cards = new ArrayList<>();
        List<Finding> emergencies = call.findings().stream()
                .filter(finding -> finding.level() == Level.EMERGENCY)
                .toList();
        List<Finding> others = call.findings().stream()
                .filter(finding -> finding.level() != Level.EMERGENCY)
                .toList();
        if (!emergencies.isEmpty()) {
            cards.add(card(call, emergencies, true));
        }
        if (!others.isEmpty()) {
            cards.add(card(call, others, emergencies.isEmpty()));
        }
        return cards;
    }

    /**
     * @param whole whether it says what holds for the patient as a whole: only the first card does
     */
    private Shown card(Case call, List<Finding> findings, boolean whole) {
        Set<String> ordered = call.ordered().stream().map(vocabulary::display).collect(Collectors.toSet());
        List<Basis.OpenCondition> open = whole ? call.open(vocabulary) : List.of();
        Set<String> conditions = findings.stream().map(Finding::id).collect(Collectors.toSet());
        open.forEach(each -> conditions.add(each.id()));
        List<Question> questions = whole ? call.questions(conditions) : List.of();
        List<Card.Suggestion> suggestions = laboratory.suggestions(call, findings, questions);
        Detail detail = new Detail(call).findings(findings).open(open).questions(questions);
        if (whole) {
            detail.limits();
        }
        Card card = new Card(
                UUID.randomUUID().toString(),
                summary(findings, ordered),
                detail.end(),
                indicator(findings.get(0).level()),
                source,
                suggestions,
                suggestions.isEmpty() ? "" : "any",
                OVERRIDE_REASONS,
                links(findings));
        List<String> rules = findings.stream()
                .flatMap(finding -> finding.reasons().stream())
                .map(Reason::rule)
                .distinct()
                .toList();
        return new Shown(card, rules, call.basis().assessment().ruleset().digest());
    }

    static String indicator(Level level) {
        return switch (level) {
            case EMERGENCY -> "critical";
            case URGENT, SOON -> "warning";
            case ROUTINE, SELF_CARE -> "info";
        };
    }

    /** The most pressing finding, then how many more there are. */
    private static String summary(List<Finding> findings, Set<String> ordered) {
        String level = findings.get(0).level().name();
        String start = level.charAt(0) + level.substring(1).toLowerCase(Locale.ROOT) + ": "
                + findings.get(0).title();
        String end = (findings.size() > 1 ? " and " + (findings.size() - 1) + " more" : "")
                + (ordered.isEmpty()
                        ? ""
                        : " (order: "
                                + String.join(", ", ordered.stream().sorted().toList()) + ")");
        return fitted(start, end);
    }

    /** Both together, the start at least to {@link #SHORTEST_START} characters. */
    static String fitted(String start, String end) {
        String shortEnd = shortened(end, LONGEST_SUMMARY - SHORTEST_START);
        return shortened(start, LONGEST_SUMMARY - shortEnd.length()) + shortEnd;
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }

    private static List<Card.Link> links(List<Finding> findings) {
        Set<Card.Link> links = new LinkedHashSet<>();
        for (Finding finding : findings) {
            for (Finding.Source each : finding.sources()) {
                if (each.url().startsWith("https://") || each.url().startsWith("http://")) {
                    links.add(new Card.Link(
                            shortened(each.organization() + " " + each.year() + ": " + each.title(), LONGEST_LABEL),
                            each.url(),
                            "absolute"));
                }
            }
        }
        return links.stream().limit(LINKS).toList();
    }
}
