package org.spasmcds.authoring.catalog;

import java.util.ArrayList;
import java.util.List;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Phrase;
import org.spasmcds.vocabulary.Vocabulary;

/** Lays conditions out as nested lists in the words of {@link Phrase}. */
final class Wording {
    private static final String ALL = "All of these";
    private static final String ANY = "At least one of these";
    private static final String NONE = "None of these is known";
    private static final String NOT_ALL = "Not all of these together are known";

    private final Vocabulary vocabulary;
    private final Links links;
    private final Phrase phrase;

    Wording(Vocabulary vocabulary, Links links) {
        this.vocabulary = vocabulary;
        this.links = links;
        phrase = new Phrase(vocabulary);
    }

    /** Conditions that must all hold. */
    List<Line> all(List<Condition> conditions) {
        List<Line> lines = lines(conditions);
        return lines.size() < 2 ? lines : List.of(Line.of(ALL, lines));
    }

    /** What must hold in its order, then what must not. */
    private List<Line> lines(List<Condition> conditions) {
        List<Line> lines = new ArrayList<>();
        List<Condition> excluded = new ArrayList<>();
        for (Condition condition : conditions) {
            if (condition instanceof Condition.Not not && isPlain(not.part())) {
                excluded.add(not.part());
            } else {
                lines.add(line(condition));
            }
        }
        if (excluded.size() == 1) {
            lines.add(excluded(excluded.get(0)));
        } else if (!excluded.isEmpty()) {
            lines.add(Line.of(NONE, excluded.stream().map(this::line).toList()));
        }
        return lines;
    }

    private Line line(Condition condition) {
        if (condition instanceof Condition.And and) {
            return Line.of(ALL, lines(and.parts()));
        }
        if (condition instanceof Condition.Or or) {
            return Line.of(ANY, or.parts().stream().map(this::line).toList());
        }
        if (condition instanceof Condition.Not not) {
            return excluded(not.part());
        }
        return leaf((Condition.Pattern) condition, "", "");
    }

    private Line excluded(Condition part) {
        if (part instanceof Condition.And and) {
            return Line.of(NOT_ALL, lines(and.parts()));
        }
        if (part instanceof Condition.Or or) {
            return Line.of(NONE, or.parts().stream().map(this::line).toList());
        }
        if (part instanceof Condition.Not not) {
            return line(not.part());
        }
        Condition.Pattern pattern = (Condition.Pattern) part;
        return isPlain(pattern) ? leaf(pattern, "no known", "") : leaf(pattern, "", "not ruled out");
    }

    /** Asks for something other than an absence: behind {@code not}, an absence reads as "not ruled out". */
    private static boolean isPlain(Condition condition) {
        return condition instanceof Condition.Pattern pattern
                && !(pattern.tests().size() == 2
                        && pattern.tests().get(1) instanceof Condition.Test.Flag flag
                        && flag.wanted()
                        && flag.property().equals("absent"));
    }

    private Line leaf(Condition.Pattern pattern, String before, String instead) {
        List<Link> names = new ArrayList<>();
        if (!pattern.type().key().isEmpty()) {
            for (Fact fact : Fact.of(pattern, vocabulary)) {
                names.add(new Link(fact.text(), links.fact(fact)));
            }
        }
        String after = instead.isEmpty() ? phrase.comparisons(pattern) : instead;
        if (after.isEmpty() && pattern.type().name().equals("Result")) {
            after = "measured";
        }
        return Line.of(Fact.kind(pattern), before, Link.joined(names, "or"), after);
    }
}
