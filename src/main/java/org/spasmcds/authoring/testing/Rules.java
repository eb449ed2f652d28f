package org.spasmcds.authoring.testing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleReader;

/** The rules of a folder that is being edited: the last good ones. Only what was edited is read anew where that is enough. */
final class Rules {
    private final Path folder;
    private final boolean onTopOfBundled;
    private final Set<String> unsettled = new LinkedHashSet<>();
    private Ruleset base;
    private Ruleset current;
    private Set<String> asked = Set.of();

    /**
     * @param onTopOfBundled whether the folder adds to the bundled rules
     * @throws InvalidRulesetException when the folder is refused
     */
    Rules(Path folder, boolean onTopOfBundled) {
        this.folder = folder;
        this.onTopOfBundled = onTopOfBundled;
        load();
    }

    private void load() {
        base = onTopOfBundled ? Ruleset.bundledWith(folder, Set.of()) : Ruleset.of(folder);
        current = base;
        asked = new LinkedHashSet<>();
        base.rules().forEach(rule -> asked.addAll(Meaning.names(rule)));
        unsettled.clear();
    }

    /** The rule set that examines patients. */
    Ruleset base() {
        return base;
    }

    /** The rules as they are now: the base, or a variant of it. */
    Ruleset current() {
        return current;
    }

    /**
     * What an edit came to.
     *
     * @param problems when there are any, nothing was taken over
     * @param reloaded whether patients must be examined anew
     */
    record Taken(List<Problem> problems, boolean reloaded, Ruleset before) {}

    /**
     * Takes over what stands in edited files.
     *
     * @param texts the texts of the rule and vocabulary files that were edited; empty for a file that is gone
     */
    Taken take(Map<String, Optional<String>> texts, Map<String, String> all) {
        Ruleset before = current;
        unsettled.addAll(texts.keySet());
        if (unsettled.stream().allMatch(file -> file.endsWith(".drl"))) {
            List<Problem> problems = new ArrayList<>();
            Optional<Ruleset> variant = variant(all, problems);
            if (!problems.isEmpty()) {
                return new Taken(ofEdited(problems), false, before);
            }
            if (variant.isPresent()) {
                current = variant.get();
                unsettled.clear();
                return new Taken(List.of(), false, before);
            }
        }
        try {
            load();
            return new Taken(List.of(), true, before);
        } catch (InvalidRulesetException e) {
            return new Taken(e.problems(), false, before);
        }
    }

    /** A rule that cannot be read makes others refer to nothing, which is not what is wrong. */
    private List<Problem> ofEdited(List<Problem> problems) {
        List<Problem> own = problems.stream()
                .filter(problem -> unsettled.contains(problem.file()))
                .toList();
        return own.isEmpty() ? problems : own;
    }

    /** The base with the edited rules; empty when there are new rules, or rules that ask for something new. */
    private Optional<Ruleset> variant(Map<String, String> all, List<Problem> problems) {
        Map<String, String> edited = new LinkedHashMap<>();
        unsettled.stream().filter(all::containsKey).forEach(file -> edited.put(file, all.get(file)));
        List<Rule> others =
                current.rules().stream().filter(rule -> !isUnsettled(rule)).toList();
        Map<String, Rule> now = new LinkedHashMap<>();
        RuleReader.read(edited, base.vocabulary(), others, problems).forEach(rule -> now.put(rule.id(), rule));
        Map<String, Optional<Rule>> changes = new LinkedHashMap<>();
        for (Rule rule : base.rules()) {
            Optional<Rule> other = Optional.ofNullable(now.remove(rule.id()));
            if (!other.equals(Optional.of(rule))) {
                changes.put(rule.id(), other);
            }
        }
        boolean asksMore = changes.values().stream()
                .flatMap(Optional::stream)
                .anyMatch(rule -> !asked.containsAll(Meaning.names(rule)));
        if (!now.isEmpty() || asksMore) {
            return Optional.empty();
        }
        return Optional.of(changes.isEmpty() ? base : base.changed(changes));
    }

    private boolean isUnsettled(Rule rule) {
        return unsettled.contains(rule.file());
    }
}
