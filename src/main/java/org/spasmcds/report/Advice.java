package org.spasmcds.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.spasmcds.Basis;
import org.spasmcds.Evidence;
import org.spasmcds.Finding;
import org.spasmcds.Gap;
import org.spasmcds.Level;
import org.spasmcds.Why;
import org.spasmcds.language.Words;

/**
 * A finding: what it says and what it rests on.
 *
 * @param marks how sure it is, and what sort of cause
 * @param because the conditions of its gravest rule
 * @param excluded what that rule wanted not to be so and is known not to
 * @param reassures it asks for no visit of its own, so that what it assumed matters most
 * @param sources the first sources of the gravest rule; {@code otherSources} those of the others
 * @param rule the gravest rule; {@code reasons} the others
 * @param evidence says that no source was read; empty when one was
 */
record Advice(
        String id,
        Mark mark,
        String title,
        String marks,
        String says,
        List<Because> because,
        List<Bar> bars,
        String excluded,
        List<String> assumed,
        boolean reassures,
        List<String> doubts,
        String evidence,
        List<Link> sources,
        String rule,
        List<Reason> reasons,
        String ask,
        List<String> raises,
        List<Link> otherSources) {
    private static final int SOURCES = 2;
    private static final int MISSING = 3;

    /**
     * A further rule that says the same, or what was merged into the finding.
     *
     * @param says empty where the finding says it already
     */
    record Reason(Mark mark, String says, String because, String rule) {
        static Reason of(Why why, String said, Words words) {
            List<String> because = new ArrayList<>();
            because.addAll(why.because());
            why.excluded().forEach(ground -> because.add(ground.sentence()));
            return new Reason(
                    Mark.of(why.level(), words),
                    why.says().equals(said) ? "" : why.says(),
                    Text.capital(String.join("; ", because)),
                    told(why, words));
        }
    }

    private static String told(Why why, Words words) {
        return words.say("page.rule", why.rule(), why.version());
    }

    static Advice of(Finding finding, Basis basis, Set<String> drawn, Words words) {
        List<Why> why = basis.why().stream()
                .filter(each -> each.finding().equals(finding.id()))
                .toList();
        Why gravest = why.get(0);
        List<Link> sources = sources(finding, gravest);
        int shown = Math.min(SOURCES, sources.size());
        return new Advice(
                finding.id(),
                Mark.of(finding.level(), words),
                finding.title(),
                marks(finding, words),
                finding.says(),
                gravest.telling().stream()
                        .map(ground -> Because.of(ground, words))
                        .toList(),
                Bar.of(basis.why(), why, drawn, words),
                String.join(
                        "; ",
                        gravest.excluded().stream()
                                .map(ground -> ground.sentence())
                                .toList()),
                finding.assumptions(),
                !finding.level().atLeast(Level.SOON),
                why.stream().flatMap(each -> each.doubts().stream()).distinct().toList(),
                finding.evidence() == Evidence.SOURCED
                        ? ""
                        : words.say("evidence." + finding.evidence(), "").strip(),
                sources.subList(0, shown),
                told(gravest, words),
                why.stream()
                        .skip(1)
                        .map(each -> Reason.of(each, finding.says(), words))
                        .toList(),
                String.join("; ", finding.ask()),
                finding.raises().stream().map(gap -> raises(gap, words)).toList(),
                sources.subList(shown, sources.size()));
    }

    boolean hasBars() {
        return !bars.isEmpty();
    }

    boolean hasReasons() {
        return !reasons.isEmpty();
    }

    boolean hasAssumed() {
        return !assumed.isEmpty();
    }

    boolean hasDoubts() {
        return !doubts.isEmpty();
    }

    boolean hasRaises() {
        return !raises.isEmpty();
    }

    boolean hasOtherSources() {
        return !otherSources.isEmpty();
    }

    private static String marks(Finding finding, Words words) {
        List<String> marks = new ArrayList<>(List.of(finding.certainty().word(words)));
        finding.causes().stream()
                .filter(cause -> !cause.equals("none"))
                .forEach(cause -> marks.add(words.say("cause." + cause).replace('-', ' ')));
        if (finding.mostUsual()) {
            marks.add(words.say("report.mostUsual"));
        }
        return String.join(" · ", marks);
    }

    /** Those of the gravest rule first, what is no document last. */
    private static List<Link> sources(Finding finding, Why gravest) {
        List<Finding.Source> sources = new ArrayList<>(gravest.sources());
        finding.sources().stream().filter(each -> !sources.contains(each)).forEach(sources::add);
        List<Link> links = new ArrayList<>(sources.stream().map(Link::of).toList());
        links.sort(
                (one, other) -> Boolean.compare(one.url().isEmpty(), other.url().isEmpty()));
        return links;
    }

    private static String raises(Gap gap, Words words) {
        String level = Mark.of(gap.level(), words).word();
        String missing = String.join("; ", gap.missing().stream().limit(MISSING).toList());
        int more = gap.missing().size() - MISSING;
        return more > 0
                ? words.say("report.couldMakeIt.more", missing, more, level)
                : words.say("report.couldMakeIt", missing, level);
    }
}
