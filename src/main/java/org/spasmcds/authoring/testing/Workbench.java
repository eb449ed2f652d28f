package org.spasmcds.authoring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.spasmcds.Problem;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.ScenarioReader;
import org.spasmcds.authoring.Verdict;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/** The cases of a folder that is being edited, with their patients as examined, so that an edit reruns only what it can change. */
public final class Workbench {
    private static final String CASES = ".scenarios.yaml";

    private final Path folder;
    private final Predicate<String> wanted;
    private final Rules rules;
    private final Map<String, String> texts;
    private final Map<String, List<Held>> cases = new TreeMap<>();
    private final Map<String, List<Problem>> unread = new TreeMap<>();
    /** Scenario files whose patients must be examined anew. */
    private final Set<String> outstanding = new LinkedHashSet<>();

    /**
     * Reads the folder. No case is run yet: all are outstanding.
     *
     * @param onTopOfBundled whether the folder adds to the bundled rules
     * @param wanted which scenario files count, by their path in the folder
     * @throws org.spasmcds.InvalidRulesetException when the folder is refused
     */
    public Workbench(Path folder, boolean onTopOfBundled, Predicate<String> wanted) {
        this.folder = folder;
        this.wanted = wanted;
        rules = new Rules(folder, onTopOfBundled);
        texts = new TreeMap<>(RuleFiles.read(folder));
        for (String file : ScenarioReader.files(folder)) {
            if (wanted.test(file)) {
                read(file).ifPresent(text -> texts.put(file, text));
                outstanding.add(file);
            }
        }
    }

    /** Whether there are cases left to run. */
    public boolean isUnfinished() {
        return !outstanding.isEmpty();
    }

    /** How many scenario files are left to run. */
    public int left() {
        return outstanding.size();
    }

    /** How many cases have been run. */
    public int size() {
        return cases.values().stream().mapToInt(List::size).sum();
    }

    /** The cases that failed when they were last run. */
    public List<Verdict> failing() {
        return cases.values().stream()
                .flatMap(List::stream)
                .map(Held::verdict)
                .filter(verdict -> !verdict.passed())
                .toList();
    }

    /** What of the scenario files cannot be read. */
    public List<Problem> unread() {
        return unread.values().stream().flatMap(List::stream).toList();
    }

    /** Runs a part of what is left. */
    public Rerun step() {
        List<String> part = outstanding.stream().limit(8).toList();
        part.forEach(outstanding::remove);
        return run(List.of(), part, List.of());
    }

    /**
     * Takes over edited files and runs the cases whose answer they can change.
     *
     * @param files their paths in the folder; files that say what they said before are left alone
     */
    public Rerun edit(Set<String> files) {
        Map<String, Optional<String>> edited = new LinkedHashMap<>();
        for (String file : files) {
            Optional<String> text = read(file);
            if (!text.equals(Optional.ofNullable(texts.get(file)))) {
                edited.put(file, text);
                text.ifPresentOrElse(now -> texts.put(file, now), () -> texts.remove(file));
            }
        }
        List<String> changes = new ArrayList<>();
        Set<String> first = new LinkedHashSet<>();
        edited.keySet().stream()
                .filter(file -> file.endsWith(CASES) && wanted.test(file))
                .forEach(first::add);
        Map<String, Optional<String>> ofRules = new LinkedHashMap<>(edited);
        ofRules.keySet().removeIf(file -> file.endsWith(CASES));
        if (ofRules.isEmpty()) {
            return run(changes, first, List.of());
        }
        Rules.Taken taken = rules.take(ofRules, texts);
        if (!taken.problems().isEmpty()) {
            return Rerun.refused(taken.problems());
        }
        Set<String> changed =
                Meaning.changed(taken.before().rules(), rules.current().rules());
        changes.addAll(changed);
        ofRules.keySet().stream().map(Workbench::casesOf).filter(this::isThere).forEach(first::add);
        if (taken.reloaded()) {
            Set<String> groups = Meaning.changedGroups(
                    taken.before().vocabulary(), rules.base().vocabulary());
            groups.forEach(group -> changes.add("group " + group));
            first.addAll(asking(groups));
            outstanding.addAll(cases.keySet());
            outstanding.removeAll(first);
            return run(changes, first, List.of());
        }
        return run(changes, first, changes(taken.before(), changed));
    }

    private List<Change> changes(Ruleset before, Set<String> ids) {
        return ids.stream()
                .map(id -> new Change(rule(before, id), rule(rules.current(), id)))
                .toList();
    }

    private static Optional<Rule> rule(Ruleset ruleset, String id) {
        return ruleset.rules().stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    private static String casesOf(String ruleFile) {
        return ruleFile.replace(".drl", CASES);
    }

    private boolean isThere(String file) {
        return file.endsWith(CASES) && wanted.test(file) && texts.containsKey(file);
    }

    /** The scenario files beside rules that ask for one of these groups. */
    private List<String> asking(Set<String> groups) {
        return rules.current().rules().stream()
                .filter(rule -> Meaning.names(rule).stream().anyMatch(groups::contains))
                .map(rule -> casesOf(rule.file()))
                .distinct()
                .filter(this::isThere)
                .toList();
    }

    /**
     * Runs all cases of some files, and of the others those that changed rules touch.
     */
    private Rerun run(List<String> changes, Collection<String> files, List<Change> touching) {
        List<Problem> problems = new ArrayList<>();
        List<Verdict> verdicts = new ArrayList<>();
        int edited = 0;
        for (String file : files) {
            outstanding.remove(file);
            OfFile ran = file(file, problems);
            verdicts.addAll(ran.verdicts());
            edited += ran.edited();
        }
        int beside = verdicts.size();
        List<String> changed = new ArrayList<>(changes);
        if (edited > 0) {
            changed.add(edited == 1 ? "1 case" : edited + " cases");
        }
        if (!touching.isEmpty()) {
            List<String> others = cases.keySet().stream()
                    .filter(file -> !files.contains(file) && !outstanding.contains(file))
                    .toList();
            others.forEach(file -> verdicts.addAll(touched(file, touching)));
        }
        return new Rerun(changed, problems, verdicts, beside);
    }

    /** Reads a scenario file anew and runs its cases, those that were edited first. */
    private OfFile file(String file, List<Problem> problems) {
        unread.remove(file);
        if (!texts.containsKey(file)) {
            cases.remove(file);
            return new OfFile(List.of(), 0);
        }
        boolean besideRule = texts.containsKey(ScenarioReader.ruleFile(file));
        List<Problem> own = new ArrayList<>();
        List<Scenario> scenarios = ScenarioReader.read(file, texts.get(file), besideRule, own);
        if (!own.isEmpty()) {
            unread.put(file, own);
            problems.addAll(own);
        }
        Map<String, Held> before = new LinkedHashMap<>();
        cases.getOrDefault(file, List.of())
                .forEach(held -> before.put(held.scenario().name(), held));
        List<Held> now = scenarios.parallelStream()
                .map(scenario -> Optional.ofNullable(before.get(scenario.name()))
                        .map(held -> held.rerun(scenario, rules.base(), rules.current()))
                        .orElseGet(() -> Held.run(scenario, rules.base(), rules.current())))
                .toList();
        cases.put(file, now);
        List<Verdict> verdicts = new ArrayList<>();
        now.stream().filter(held -> isEdited(held, before)).forEach(held -> verdicts.add(held.verdict()));
        int edited = verdicts.size();
        now.stream().filter(held -> !isEdited(held, before)).forEach(held -> verdicts.add(held.verdict()));
        return new OfFile(verdicts, edited);
    }

    private record OfFile(List<Verdict> verdicts, int edited) {}

    private static boolean isEdited(Held held, Map<String, Held> before) {
        Scenario now = held.scenario();
        Held old = before.get(now.name());
        return old == null
                || !old.scenario().given().equals(now.given())
                || !old.scenario().expect().equals(now.expect());
    }

    private List<Verdict> touched(String file, List<Change> changes) {
        List<Verdict> verdicts = new ArrayList<>();
        List<Held> now = cases.get(file).parallelStream()
                .map(held ->
                        held.isTouched(changes) ? held.rerun(held.scenario(), rules.base(), rules.current()) : held)
                .toList();
        for (int i = 0; i < now.size(); i++) {
            if (now.get(i) != cases.get(file).get(i)) {
                verdicts.add(now.get(i).verdict());
            }
        }
        cases.put(file, now);
        return verdicts;
    }

    private Optional<String> read(String file) {
        try {
            String text = Files.readString(folder.resolve(file));
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
