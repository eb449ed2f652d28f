package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Certainty;
import org.spasmcds.Level;
import org.spasmcds.Problem;
import org.spasmcds.vocabulary.Vocabulary;

/** Reads the rule files of a folder into rules and checks that they fit together and fit the vocabulary. */
public final class RuleReader {
    private static final List<String> KEYS = List.of(
            "title",
            "spec",
            "cause",
            "level",
            "certainty",
            "strength",
            "says",
            "ask",
            "source",
            "unless",
            "absorbs",
            "ownLine",
            "typical",
            "child",
            "attribution",
            "state",
            "version");

    private final Vocabulary vocabulary;
    private final List<Problem> problems;
    private final Map<String, Rule> rules = new LinkedHashMap<>();
    private final Map<String, Stated> statements = new HashMap<>();

    private RuleReader(Vocabulary vocabulary, List<Problem> problems) {
        this.vocabulary = vocabulary;
        this.problems = problems;
    }

    /**
     * @param files the texts by their path; only {@code .drl} files are read
     * @param known rules that the files may refer to, for a folder on top of another rule set
     * @param problems takes up what is wrong
     */
    public static List<Rule> read(
            Map<String, String> files, Vocabulary vocabulary, List<Rule> known, List<Problem> problems) {
        RuleReader reader = new RuleReader(vocabulary, problems);
        known.forEach(rule -> reader.rules.put(rule.id(), rule));
        ConditionChecks checks = new ConditionChecks(vocabulary);
        files.forEach((file, text) -> {
            if (file.endsWith(".drl")) {
                reader.add(file, DrlReader.read(file, text, checks, problems));
            }
        });
        reader.checkReferences(files.keySet());
        problems.replaceAll(problem -> withColumn(problem, files));
        return List.copyOf(reader.rules.values());
    }

    /** The parser gives rules and their metadata no column: it is where the line begins. */
    private static Problem withColumn(Problem problem, Map<String, String> files) {
        String text = files.get(problem.file());
        if (problem.column() > 0 || text == null) {
            return problem;
        }
        String line = text.lines().skip(problem.line() - 1L).findFirst().orElse("");
        int column = line.length() - line.stripLeading().length() + 1;
        return new Problem(problem.check(), problem.file(), problem.line(), column, problem.message());
    }

    private static String stem(String file) {
        return file.substring(file.lastIndexOf('/') + 1, file.length() - ".drl".length());
    }

    private void add(String file, List<DrlReader.Draft> drafts) {
        String stem = stem(file);
        Map<String, DrlReader.Draft> inFile = new LinkedHashMap<>();
        for (DrlReader.Draft draft : drafts) {
            if (!draft.id().equals(stem) && !draft.id().startsWith(stem + ".")) {
                problem(
                        "id-stem",
                        file,
                        draft.line(),
                        "rule \"" + draft.id() + "\"; allowed in this file: " + stem + " and " + stem + ".word");
            } else if (inFile.putIfAbsent(draft.id(), draft) != null || rules.containsKey(draft.id())) {
                String where =
                        rules.containsKey(draft.id()) ? rules.get(draft.id()).file() : file;
                problem(
                        "duplicate-id",
                        file,
                        draft.line(),
                        "rule \"" + draft.id() + "\" already stands in " + where + "; each id stands once");
            }
        }
        if (drafts.isEmpty()) {
            return;
        }
        DrlReader.Draft base = inFile.get(stem);
        if (base == null) {
            problem("id-stem", file, 1, "no rule \"" + stem + "\"; a file begins with the rule that it is named after");
            return;
        }
        for (DrlReader.Draft draft : inFile.values()) {
            rule(file, draft, base, inFile).ifPresent(rule -> rules.putIfAbsent(rule.id(), rule));
        }
    }

    private Optional<Rule> rule(
            String file, DrlReader.Draft draft, DrlReader.Draft base, Map<String, DrlReader.Draft> inFile) {
        int before = problems.size();
        draft.metadata().keySet().stream()
                .filter(key -> !KEYS.contains(key))
                .forEach(key -> problem(
                        "metadata-key",
                        file,
                        draft.places().getOrDefault(key, new DrlReader.Place(draft.line(), 0)),
                        "@" + key + "; allowed: @" + String.join(", @", KEYS)));
        Stated stated = new Stated(file, draft, base);
        statements.put(draft.id(), stated);
        Optional<Level> level =
                choice(stated, "level", Level.values(), draft.metadata().get("level"));
        if (!draft.metadata().containsKey("level")) {
            problem(
                    "required-metadata",
                    file,
                    draft.line(),
                    "rule \"" + draft.id() + "\" has no @level; allowed: " + names(Level.values()));
        }
        Optional<Certainty> certainty =
                choice(stated, "certainty", Certainty.values(), draft.metadata().get("certainty"));
        if (!draft.metadata().containsKey("certainty") && draft.parent().isEmpty()) {
            problem(
                    "required-metadata",
                    file,
                    draft.line(),
                    "rule \"" + draft.id() + "\" has no @certainty; allowed: " + names(Certainty.values())
                            + "; only a rule that extends another may leave it out");
        }
        Optional<Strength> strength =
                choice(stated, "strength", Strength.values(), upper(stated.get("strength", "associated")));
        for (String required : List.of("cause", "says", "source")) {
            if (stated.get(required, "").isBlank()) {
                problem("required-metadata", file, draft.line(), "rule \"" + draft.id() + "\" has no @" + required);
            }
        }
        for (String mark : List.of("ownLine", "typical", "child", "state")) {
            if (!List.of("yes", "").contains(draft.metadata().getOrDefault(mark, ""))) {
                problem(
                        "metadata-value",
                        file,
                        stated.place(mark),
                        "@" + mark + " \"" + draft.metadata().get(mark) + "\"; allowed: yes");
            }
        }
        List<CauseGroup> groups = groups(stated);
        List<String> sources = stated.list("source");
        sources.stream()
                .filter(source -> vocabulary.source(source).isEmpty())
                .forEach(source -> problem(
                        "unknown-source",
                        file,
                        stated.place("source"),
                        "source \"" + source + "\" is not an id of sources.csv"));
        List<Rule.Absorption> absorbs = absorptions(stated);
        int version = version(stated);
        List<Condition> conditions = conditions(file, draft, inFile, new LinkedHashSet<>());
        if (problems.size() > before || level.isEmpty() || strength.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                draft.id(),
                stated.get("title", title(base.id())),
                Optional.of(draft.parent()).filter(parent -> !parent.isEmpty()),
                stated.get("spec", ""),
                groups,
                level.get(),
                certainty,
                strength.get(),
                stated.get("says", ""),
                stated.questions(),
                sources,
                Set.copyOf(stated.list("unless")),
                absorbs,
                stated.yes("ownLine"),
                stated.yes("typical"),
                stated.yes("child"),
                choice(stated, "attribution", Certainty.values(), stated.get("attribution", null)),
                stated.yes("state"),
                version,
                conditions,
                file,
                draft.line()));
    }

    private int version(Stated stated) {
        String text = stated.get("version", "1");
        if (!text.matches("[1-9][0-9]{0,5}")) {
            problem(
                    "metadata-value",
                    stated.file(),
                    stated.place("version"),
                    "@version \"" + text + "\"; allowed: a whole number from 1");
            return 1;
        }
        return Integer.parseInt(text);
    }

    private static String title(String id) {
        String words = id.replace('-', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private List<CauseGroup> groups(Stated stated) {
        List<CauseGroup> groups = new ArrayList<>();
        for (String label : stated.list("cause")) {
            CauseGroup.of(label)
                    .ifPresentOrElse(
                            groups::add,
                            () -> problem(
                                    "metadata-value",
                                    stated.file(),
                                    stated.place("cause"),
                                    "cause \"" + label + "\"; allowed: "
                                            + String.join(
                                                    ", ",
                                                    Arrays.stream(CauseGroup.values())
                                                            .map(CauseGroup::label)
                                                            .toList())));
        }
        return List.copyOf(groups);
    }

    private List<Rule.Absorption> absorptions(Stated stated) {
        List<Rule.Absorption> absorptions = new ArrayList<>();
        for (String text : stated.list("absorbs")) {
            String[] parts = text.split(" at ");
            Optional<Level> level =
                    parts.length == 1 ? Optional.empty() : choice(stated, "absorbs", Level.values(), parts[1]);
            absorptions.add(new Rule.Absorption(parts[0], level));
        }
        return List.copyOf(absorptions);
    }

    private List<Condition> conditions(
            String file, DrlReader.Draft draft, Map<String, DrlReader.Draft> inFile, Set<String> seen) {
        if (draft.parent().isEmpty()) {
            return draft.conditions();
        }
        DrlReader.Draft parent = inFile.get(draft.parent());
        if (parent == null || !seen.add(draft.id())) {
            problem(
                    "extends",
                    file,
                    draft.line(),
                    "rule \"" + draft.id() + "\" extends \"" + draft.parent()
                            + "\"; allowed: another rule of this file that does not extend it");
            return draft.conditions();
        }
        List<Condition> all = new ArrayList<>(conditions(file, parent, inFile, seen));
        all.addAll(draft.conditions());
        return List.copyOf(all);
    }

    private <E extends Enum<E>> Optional<E> choice(Stated stated, String key, E[] values, String given) {
        if (given == null) {
            return Optional.empty();
        }
        Optional<E> found = Arrays.stream(values)
                .filter(value -> value.name().equals(given))
                .findFirst();
        if (found.isEmpty()) {
            problem(
                    "metadata-value",
                    stated.file(),
                    stated.place(key),
                    key.equals("strength")
                            ? "@strength \"" + stated.get(key, "") + "\"; allowed: "
                                    + names(values).toLowerCase(Locale.ROOT)
                            : "@" + key + " \"" + given + "\"; allowed: " + names(values));
        }
        return found;
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> String names(E[] values) {
        return String.join(", ", Arrays.stream(values).map(Enum::name).toList());
    }

    private void checkReferences(Set<String> files) {
        Set<String> conditions = new LinkedHashSet<>();
        // A file that cannot be read is reported itself; what refers to it is not wrong.
        files.stream()
                .filter(file -> file.endsWith(".drl"))
                .map(RuleReader::stem)
                .forEach(conditions::add);
        rules.values().forEach(rule -> conditions.add(rule.condition()));
        for (Rule rule : rules.values()) {
            // What comes from beneath the folder was checked when it was released.
            Stated stated = statements.get(rule.id());
            if (stated == null) {
                continue;
            }
            rule.unless().stream()
                    .filter(id -> !id.equals(Rule.URGENT_FINDING) && !id.equals(Rule.ANY_FINDING))
                    .filter(id -> !conditions.contains(id))
                    .forEach(id -> problem(
                            "unknown-condition",
                            stated.file(),
                            stated.place("unless"),
                            "@unless \"" + id + "\"; allowed: the id of a condition, URGENT, any"));
            rule.absorbs().stream()
                    .filter(absorption -> !conditions.contains(absorption.condition()))
                    .forEach(absorption -> problem(
                            "unknown-condition",
                            stated.file(),
                            stated.place("absorbs"),
                            "@absorbs \"" + absorption.condition() + "\"; allowed: the id of a condition"));
        }
    }

    private void problem(String check, String file, int line, String message) {
        problem(check, file, new DrlReader.Place(line, 0), message);
    }

    private void problem(String check, String file, DrlReader.Place place, String message) {
        Problem problem = new Problem(check, file, place.line(), place.column(), message);
        // What the first rule of a file states wrongly, its other rules take over.
        if (!problems.contains(problem)) {
            problems.add(problem);
        }
    }

    /** The metadata of a rule: its own, else that of the first rule of the file. */
    private record Stated(String file, DrlReader.Draft draft, DrlReader.Draft base) {
        String get(String key, String otherwise) {
            String own = draft.metadata().get(key);
            return own != null ? own : base.metadata().getOrDefault(key, otherwise);
        }

        /** Marks of one clause are not taken over by the others. */
        boolean yes(String key) {
            return "yes".equals(key.equals("ownLine") ? draft.metadata().get(key) : get(key, ""));
        }

        List<String> list(String key) {
            String text = get(key, "");
            return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*[,;]\\s*"));
        }

        /** Separated by semicolons, since a question may hold a comma. */
        List<String> questions() {
            String text = get("ask", "");
            return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*;\\s*"));
        }

        DrlReader.Place place(String key) {
            DrlReader.Place own = draft.places().get(key);
            return own != null ? own : base.places().getOrDefault(key, new DrlReader.Place(draft.line(), 0));
        }
    }
}
