package org.spasmcds.vocabulary;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.Problem;

/** Reads the CSV files of a rule folder and checks that they fit together. */
public final class VocabularyReader {
    /** The files of a rule folder that hold its vocabulary. */
    public static final Set<String> FILES = Set.of(
            "sources.csv",
            "vocabulary.csv",
            "codes.csv",
            "unit-names.csv",
            "units.csv",
            "tests.csv",
            "groups.csv",
            "retired.csv");

    private static final Pattern ID = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PRODUCT = Pattern.compile("x \\* ([0-9.]+)");
    private static final Pattern QUOTIENT = Pattern.compile("\\(x - ([0-9.]+)\\) / ([0-9.]+)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");
    private static final Pattern LIMIT = Pattern.compile("(\\S+) (<|<=|>|>=) (-?[0-9.]+) (\\S+)");

    private final List<Problem> problems;
    private final Map<String, Name> names = new LinkedHashMap<>();
    private final Map<String, Name> spellings = new LinkedHashMap<>();
    private final List<Code> codes = new ArrayList<>();
    private final Map<String, TestDefinition> tests = new LinkedHashMap<>();
    private final Map<String, Map<String, TestDefinition.Conversion>> conversions = new LinkedHashMap<>();
    private final Map<String, String> unitNames = new LinkedHashMap<>();
    private final Map<String, List<Member>> groups = new LinkedHashMap<>();
    private final Map<String, Source> sources = new LinkedHashMap<>();

    private VocabularyReader(List<Problem> problems) {
        this.problems = problems;
    }

    /**
     * @param files the texts by their path, later ones adding to earlier ones
     * @param problems takes up what is wrong
     */
    public static Vocabulary read(Map<String, String> files, List<Problem> problems) {
        VocabularyReader reader = new VocabularyReader(problems);
        reader.each(files, "sources.csv", reader::source);
        reader.each(files, "vocabulary.csv", reader::name);
        reader.each(files, "codes.csv", reader::code);
        reader.each(files, "unit-names.csv", (file, row) -> reader.unitNames.put(row.get("written"), row.get("unit")));
        reader.each(files, "units.csv", reader::unit);
        reader.each(files, "tests.csv", reader::test);
        reader.each(files, "groups.csv", reader::group);
        reader.checkGroups(files);
        reader.each(files, "vocabulary.csv", reader::checkMeasured);
        return new Vocabulary(
                reader.names,
                reader.spellings,
                List.copyOf(reader.codes),
                reader.tests,
                reader.unitNames,
                reader.groups,
                reader.sources);
    }

    private interface RowReader {
        void read(String file, Csv.Row row);
    }

    private void each(Map<String, String> files, String name, RowReader reader) {
        files.forEach((path, text) -> {
            if (path.equals(name) || path.endsWith("/" + name)) {
                for (Csv.Row row : Csv.rows(text)) {
                    if (!row.get("").isEmpty()) {
                        Problem malformed = new Problem(
                                "vocabulary", path, row.line(), 0, row.get("") + "; quote a cell that holds a comma");
                        if (!problems.contains(malformed)) {
                            problems.add(malformed);
                        }
                    } else {
                        reader.read(path, row);
                    }
                }
            }
        });
    }

    private void problem(String file, Csv.Row row, String message) {
        problems.add(new Problem("vocabulary", file, row.line(), 0, message));
    }

    private void source(String file, Csv.Row row) {
        Source source = new Source(
                row.get("id"),
                row.get("title"),
                row.get("organization"),
                row.get("year"),
                row.get("url"),
                row.get("evidence"));
        if (sources.putIfAbsent(source.id(), source) != null) {
            problem(file, row, "source " + source.id() + " is already listed; each id stands once");
        }
    }

    private void name(String file, Csv.Row row) {
        String id = row.get("name");
        Optional<Kind> kind = Kind.of(row.get("kind"));
        if (!ID.matcher(id).matches()) {
            problem(file, row, "name \"" + id + "\"; allowed are lower-case words joined by hyphens");
        } else if (kind.isEmpty()) {
            problem(file, row, "kind \"" + row.get("kind") + "\"; allowed: " + kindLabels());
        } else {
            List<String> synonyms = row.get("synonyms").isEmpty()
                    ? List.of()
                    : List.of(row.get("synonyms").split("\\s*;\\s*"));
            Name name = new Name(id, kind.get(), row.get("display"), synonyms);
            if (names.putIfAbsent(id, name) != null) {
                problem(file, row, "name \"" + id + "\" is already listed; each name stands once");
                return;
            }
            spell(file, row, id, name);
            spell(file, row, name.display(), name);
            synonyms.forEach(synonym -> spell(file, row, synonym, name));
        }
    }

    private void spell(String file, Csv.Row row, String written, Name name) {
        Name other = spellings.putIfAbsent(Vocabulary.spelling(written), name);
        if (other != null && !other.equals(name)) {
            problem(file, row, "\"" + written + "\" already means " + other.id() + "; a word has one meaning");
        }
    }

    private static String kindLabels() {
        List<String> labels = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            labels.add(kind.label());
        }
        return String.join(", ", labels);
    }

    private void code(String file, Csv.Row row) {
        if (!names.containsKey(row.get("name"))) {
            problem(file, row, "\"" + row.get("name") + "\" is not a name of vocabulary.csv");
            return;
        }
        codes.add(new Code(
                row.get("name"),
                row.get("system"),
                row.get("code"),
                row.get("display"),
                row.get("status").equals("verified"),
                row.get("source")));
    }

    private void unit(String file, Csv.Row row) {
        String formula = row.get("formula");
        Matcher product = PRODUCT.matcher(formula);
        Matcher quotient = QUOTIENT.matcher(formula);
        TestDefinition.Conversion conversion;
        boolean readable = (product.matches() && isNumber(product.group(1)))
                || (quotient.matches() && isNumber(quotient.group(1)) && isNumber(quotient.group(2)));
        if (product.matches() && readable) {
            conversion = new TestDefinition.Conversion(
                    BigDecimal.ZERO, new BigDecimal(product.group(1)), BigDecimal.ONE, formula);
        } else if (quotient.matches() && readable) {
            conversion = new TestDefinition.Conversion(
                    new BigDecimal(quotient.group(1)), BigDecimal.ONE, new BigDecimal(quotient.group(2)), formula);
        } else {
            problem(file, row, "formula \"" + formula + "\"; allowed: x * FACTOR, or (x - OFFSET) / DIVISOR");
            return;
        }
        conversions
                .computeIfAbsent(row.get("test"), any -> new LinkedHashMap<>())
                .put(row.get("unit"), conversion);
    }

    private void test(String file, Csv.Row row) {
        String name = row.get("name");
        Name known = names.get(name);
        if (known == null || (known.kind() != Kind.ANALYTE && known.kind() != Kind.VITAL)) {
            problem(file, row, "\"" + name + "\" is not an analyte or vital of vocabulary.csv");
            return;
        }
        try {
            tests.put(
                    name,
                    new TestDefinition(
                            name,
                            row.get("unit"),
                            Integer.parseInt(row.get("decimals")),
                            Double.parseDouble(row.get("plausible_low")),
                            Double.parseDouble(row.get("plausible_high")),
                            optionalNumber(row.get("reference_low")),
                            optionalNumber(row.get("reference_high")),
                            Double.parseDouble(row.get("window_hours")),
                            conversions.getOrDefault(name, Map.of())));
        } catch (NumberFormatException e) {
            problem(file, row, "a cell of " + name + " is not a number; only the reference limits may be empty");
        }
    }

    private static boolean isNumber(String text) {
        return NUMBER.matcher(text).matches();
    }

    private static double optionalNumber(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.parseDouble(cell);
    }

    private void group(String file, Csv.Row row) {
        String member = row.get("member");
        Matcher limit = LIMIT.matcher(member);
        List<Member> members = groups.computeIfAbsent(row.get("group"), any -> new ArrayList<>());
        if (!limit.matches()) {
            members.add(new Member.Named(member));
            return;
        }
        TestDefinition test = tests.get(limit.group(1));
        if (test == null) {
            problem(file, row, "\"" + limit.group(1) + "\" is not a test of tests.csv");
        } else if (!test.unit().equals(limit.group(4))) {
            problem(
                    file,
                    row,
                    "unit " + limit.group(4) + " of " + test.name() + "; a limit is stated in " + test.unit());
        } else if (!isNumber(limit.group(3))
                || !(row.get("window_days").isEmpty() || isNumber(row.get("window_days")))) {
            problem(file, row, "a number of \"" + member + "\" cannot be read");
        } else {
            double window = row.get("window_days").isEmpty()
                    ? test.windowHours()
                    : 24 * Double.parseDouble(row.get("window_days"));
            members.add(new Member.Limit(
                    test.name(), limit.group(2), Double.parseDouble(limit.group(3)), test.unit(), window));
        }
    }

    private boolean contains(String group, String wanted, Set<String> seen) {
        if (group.equals(wanted)) {
            return true;
        }
        return seen.add(group)
                && groups.getOrDefault(group, List.of()).stream()
                        .anyMatch(
                                member -> member instanceof Member.Named named && contains(named.name(), wanted, seen));
    }

    private void checkMeasured(String file, Csv.Row row) {
        Name name = names.get(row.get("name"));
        boolean measured = name != null && (name.kind() == Kind.ANALYTE || name.kind() == Kind.VITAL);
        if (measured && !tests.containsKey(name.id())) {
            problem(file, row, "\"" + name.id() + "\" is measured and has no row in tests.csv");
        }
    }

    private void checkGroups(Map<String, String> files) {
        each(files, "groups.csv", (file, row) -> {
            String member = row.get("member");
            if (!LIMIT.matcher(member).matches() && !names.containsKey(member) && !groups.containsKey(member)) {
                problem(
                        file,
                        row,
                        "member \"" + member + "\"; allowed: a name of vocabulary.csv, another group, or"
                                + " TEST < NUMBER UNIT");
            }
            if (contains(member, row.get("group"), new HashSet<>())) {
                problem(file, row, "group \"" + row.get("group") + "\" contains itself by way of \"" + member + "\"");
            }
            if (!row.get("source").isEmpty() && !sources.containsKey(row.get("source"))) {
                problem(file, row, "source \"" + row.get("source") + "\" is not an id of sources.csv");
            }
        });
    }
}
