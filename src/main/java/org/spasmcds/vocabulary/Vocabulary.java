package org.spasmcds.vocabulary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** The names that patient facts and rules use, and what is known about each. Immutable. */
public final class Vocabulary {
    /** What is longer than this is no misspelt name. */
    private static final int LONGEST_NAME = 80;

    private final Map<String, Name> names;
    private final Map<String, Name> spellings;
    private final List<Code> codes;
    private final Map<String, TestDefinition> tests;
    private final Map<String, String> unitNames;
    private final Map<String, List<Member>> groups;
    private final Map<String, Source> sources;
    /** What is shown in another language, by id; empty in English. */
    private final Map<String, String> displays;
    /** The vocabulary in English of which this one is a translation; itself when it is none. */
    private final Vocabulary english;

    private final Map<String, Set<String>> ancestors = new LinkedHashMap<>();
    private final Map<String, Set<String>> descendants = new LinkedHashMap<>();

    Vocabulary(
            Map<String, Name> names,
            Map<String, Name> spellings,
            List<Code> codes,
            Map<String, TestDefinition> tests,
            Map<String, String> unitNames,
            Map<String, List<Member>> groups,
            Map<String, Source> sources) {
        this(names, spellings, codes, tests, unitNames, groups, sources, Map.of(), null);
    }

    private Vocabulary(
            Map<String, Name> names,
            Map<String, Name> spellings,
            List<Code> codes,
            Map<String, TestDefinition> tests,
            Map<String, String> unitNames,
            Map<String, List<Member>> groups,
            Map<String, Source> sources,
            Map<String, String> displays,
            Vocabulary english) {
        this.names = names;
        this.spellings = spellings;
        this.codes = codes;
        this.tests = tests;
        this.unitNames = unitNames;
        Map<String, List<Member>> copies = new LinkedHashMap<>();
        groups.forEach((group, members) -> copies.put(group, List.copyOf(members)));
        this.groups = Collections.unmodifiableMap(copies);
        this.sources = sources;
        this.displays = displays;
        this.english = english == null ? this : english;
        for (String group : groups.keySet()) {
            if (names.containsKey(group)) {
                linkMembers(group, group, new LinkedHashSet<>());
            }
        }
        ancestors.replaceAll((name, all) -> Collections.unmodifiableSet(all));
        descendants.replaceAll((name, all) -> Collections.unmodifiableSet(all));
    }

    private void linkMembers(String ancestor, String group, Set<String> visited) {
        for (Member member : groups.getOrDefault(group, List.of())) {
            if (member instanceof Member.Named named && names.containsKey(named.name()) && visited.add(named.name())) {
                ancestors
                        .computeIfAbsent(named.name(), any -> new LinkedHashSet<>())
                        .add(ancestor);
                descendants
                        .computeIfAbsent(ancestor, any -> new LinkedHashSet<>())
                        .add(named.name());
                linkMembers(ancestor, named.name(), visited);
            }
        }
    }

    public Collection<Name> names() {
        return Collections.unmodifiableCollection(names.values());
    }

    public Optional<Name> name(String id) {
        return Optional.ofNullable(names.get(id));
    }

    /** What a reader sees for a name or a group. */
    public String display(String id) {
        Name name = names.get(id);
        return name == null ? displays.getOrDefault(id, id.replace('-', ' ')) : name.display();
    }

    /**
     * The same names, shown in another language. {@link #find} takes what is shown then, too, unless it already means another name.
     *
     * @param translation what to show for an id and its English display; empty when that is not translated
     * @param mark stands before an English display that is shown for want of a translation
     */
    public Vocabulary shownAs(BiFunction<String, String, Optional<String>> translation, String mark) {
        Map<String, Name> shown = new LinkedHashMap<>();
        Map<String, String> displays = new HashMap<>();
        Map<String, Name> spelled = new LinkedHashMap<>();
        names.forEach((id, name) -> {
            String display = translation.apply(id, name.display()).orElse(mark + name.display());
            List<String> synonyms = new ArrayList<>(List.of(name.display()));
            synonyms.addAll(name.synonyms());
            shown.put(id, new Name(id, name.kind(), display, List.copyOf(synonyms)));
        });
        spellings.forEach((spelling, name) -> spelled.put(spelling, shown.get(name.id())));
        shown.forEach((id, name) -> spelled.putIfAbsent(spelling(name.display()), name));
        for (String group : groups.keySet()) {
            String words = display(group);
            displays.put(group, translation.apply(group, words).orElse(mark + words));
        }
        return new Vocabulary(shown, spelled, codes, tests, unitNames, groups, sources, displays, english);
    }

    /** The same names in English. */
    public Vocabulary inEnglish() {
        return english;
    }

    /** Whether both have the same names, though they may show them in different languages. */
    public boolean hasNamesOf(Vocabulary other) {
        return english == other.english;
    }

    public List<Code> codes() {
        return codes;
    }

    public Optional<TestDefinition> test(String name) {
        return Optional.ofNullable(tests.get(name));
    }

    public Map<String, List<Member>> groups() {
        return groups;
    }

    /** This vocabulary with other members of one group, for tools that try what would change. */
    public Vocabulary withGroup(String group, List<Member> members) {
        Map<String, List<Member>> changed = new LinkedHashMap<>(groups);
        changed.put(group, members);
        Vocabulary inEnglish = english == this ? null : english.withGroup(group, members);
        return new Vocabulary(names, spellings, codes, tests, unitNames, changed, sources, displays, inEnglish);
    }

    public Optional<Source> source(String id) {
        return Optional.ofNullable(sources.get(id));
    }

    public Collection<Source> sources() {
        return Collections.unmodifiableCollection(sources.values());
    }

    /** Every name that is true of a patient for whom {@code name} is true: the classes of a medicine, the wider diagnoses. */
    public Set<String> ancestors(String name) {
        return ancestors.getOrDefault(name, Set.of());
    }

    /** Every name that is false of a patient for whom {@code name} is false. */
    public Set<String> descendants(String name) {
        return descendants.getOrDefault(name, Set.of());
    }

    /** The unit in UCUM for a unit as it is often written. */
    public String unit(String written) {
        return unitNames.getOrDefault(written, written);
    }

    /**
     * Finds a name by its identifier, its display text, a synonym, or a code as {@code SYSTEM code}, for example
     * {@code LOINC 2823-3}, in this order. Letters count alike in upper and lower case.
     */
    public Optional<Name> find(String written, Set<Kind> kinds) {
        Name byId = names.get(written);
        if (byId == null) {
            byId = spellings.get(spelling(written));
        }
        if (byId == null) {
            byId = byCode(written);
        }
        return Optional.ofNullable(byId).filter(name -> kinds.contains(name.kind()));
    }

    /** The identifiers most like what was written, nearest first, at most three. */
    public List<String> nearest(String written, Set<Kind> kinds) {
        if (written.length() > LONGEST_NAME) {
            return List.of();
        }
        return Nearest.of(spelling(written), spellings, kinds);
    }

    private Name byCode(String written) {
        int space = written.indexOf(' ');
        if (space < 0) {
            return null;
        }
        String system = written.substring(0, space);
        String code = written.substring(space + 1).strip();
        return codes.stream()
                .filter(c -> c.system().equalsIgnoreCase(system) && matches(c, code))
                .max(Comparator.comparingInt(c -> c.code().length()))
                .map(c -> names.get(c.name()))
                .orElse(null);
    }

    private static boolean matches(Code known, String code) {
        boolean byPrefix = known.system().equals("ICD-10-CM") || known.system().equals("ATC");
        return byPrefix ? code.startsWith(known.code()) : code.equals(known.code());
    }

    /** Lower case, hyphens and runs of blanks as one blank. Written out, since it runs for every name when an application starts. */
    static String spelling(String written) {
        StringBuilder spelled = new StringBuilder(written.length());
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean blank = c == '-' || Character.isWhitespace(c);
            boolean afterBlank = spelled.length() == 0 || spelled.charAt(spelled.length() - 1) == ' ';
            if (!blank) {
                spelled.append(Character.toLowerCase(c));
            } else if (!afterBlank) {
                spelled.append(' ');
            }
        }
        return spelled.toString().strip();
    }
}
