package org.spasmcds.examples.hooks.card;

import static org.spasmcds.examples.hooks.card.Markdown.escape;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.spasmcds.Basis;
import org.spasmcds.Finding;
import org.spasmcds.Ground;
import org.spasmcds.Question;
import org.spasmcds.Why;
import org.spasmcds.fhir.UnusedReason;
import org.spasmcds.fhir.UnusedResource;

/** The detail of a card: what was found, and what that rests on. */
final class Detail {
    private static final int FINDINGS = 4;
    private static final int LINES = 4;
    private static final Set<UnusedReason> WORTH_SAYING = Set.of(
            UnusedReason.NO_UNIT, UnusedReason.UNKNOWN_UNIT, UnusedReason.IMPLAUSIBLE, UnusedReason.UNKNOWN_VALUE);

    private final StringBuilder text = new StringBuilder();
    private final Case call;

    Detail(Case call) {
        this.call = call;
    }

    Detail findings(List<Finding> findings) {
        findings.stream().limit(FINDINGS).forEach(this::finding);
        if (findings.size() > FINDINGS) {
            List<String> titles =
                    findings.stream().skip(FINDINGS).map(Finding::title).toList();
            paragraph("**Also:** " + escape(String.join("; ", titles)));
        }
        return this;
    }

    private void finding(Finding finding) {
        paragraph(
                "**" + escape(finding.title()) + "** (" + finding.level().name().toLowerCase(Locale.ROOT) + ", "
                        + finding.certainty().name().toLowerCase(Locale.ROOT) + ")  \n" + escape(finding.says()));
        for (String says : call.effect().says().getOrDefault(finding.id(), Set.of())) {
            if (!says.equals(finding.says())) {
                paragraph("With this order: " + escape(says));
            }
        }
        List<Why> reasons = call.basis().why().stream()
                .filter(why -> why.finding().equals(finding.id()))
                .toList();
        list("Why", lines(reasons));
        Set<String> assumed = new LinkedHashSet<>(finding.assumptions());
        reasons.forEach(why -> assumed.addAll(why.assumed()));
        list("Assumed, because it is not on record", List.copyOf(assumed));
        Set<String> doubts = new LinkedHashSet<>();
        reasons.forEach(why -> doubts.addAll(why.doubts()));
        list("To be checked first", List.copyOf(doubts));
    }

    /** A fact is told once, by the gravest reason, whose limit is the tightest. */
    private static List<String> lines(List<Why> reasons) {
        List<String> lines = new ArrayList<>();
        Set<String> told = new LinkedHashSet<>();
        for (Why why : reasons) {
            for (Ground ground : why.telling()) {
                List<String> facts = ground.facts().stream()
                        .map(fact -> fact.name() + " " + fact.path())
                        .toList();
                if (!told.containsAll(facts) || facts.isEmpty()) {
                    lines.add(ground.sentence());
                }
                told.addAll(facts);
            }
        }
        return lines.stream().distinct().toList();
    }

    Detail open(List<Basis.OpenCondition> open) {
        List<String> lines = new ArrayList<>();
        for (Basis.OpenCondition each : open) {
            lines.add(each.title() + " (" + each.level().name().toLowerCase(Locale.ROOT) + "): not known: "
                    + String.join("; ", each.missing()));
        }
        list("Cannot be ruled out", lines);
        return this;
    }

    Detail questions(List<Question> questions) {
        list("Ask or measure next", questions.stream().map(Question::text).toList());
        return this;
    }

    /** What the answer does not rest on, so that nobody takes silence for normal. */
    Detail limits() {
        if (!call.data().missing().isEmpty()) {
            paragraph("Not to be had: " + escape(String.join(", ", call.data().missing())));
        }
        if (!call.data().cut().isEmpty()) {
            paragraph(
                    "Read only in part: " + escape(String.join(", ", call.data().cut())));
        }
        list(
                "On record and not used",
                call.read().unused().stream()
                        .filter(unused -> WORTH_SAYING.contains(unused.reason()))
                        .map(Detail::unused)
                        .distinct()
                        .toList());
        return this;
    }

    private static String unused(UnusedResource unused) {
        return unused.reference() + ": " + unused.reason().words();
    }

    String end() {
        paragraph("*" + escape(call.basis().assessment().disclaimer()) + "*");
        return text.toString();
    }

    private void paragraph(String markdown) {
        text.append(text.isEmpty() ? "" : "\n\n").append(markdown);
    }

    private void list(String heading, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        paragraph(heading + ":\n");
        lines.stream().limit(LINES).forEach(line -> text.append("\n- ").append(escape(line)));
        if (lines.size() > LINES) {
            text.append("\n- and ").append(lines.size() - LINES).append(" more");
        }
    }
}
