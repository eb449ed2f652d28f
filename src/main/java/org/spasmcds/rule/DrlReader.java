package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.drools.drl.ast.descr.AndDescr;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.ConditionalElementDescr;
import org.drools.drl.ast.descr.ExprConstraintDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.NotDescr;
import org.drools.drl.ast.descr.OrDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.PatternDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;
import org.drools.drl.parser.ParserError;
import org.kie.internal.builder.conf.LanguageLevelOption;
import org.spasmcds.Problem;
import org.spasmcds.fact.FactType;

/** Reads the text of one rule file into the parsed form, and refuses whatever the rule form does not allow. */
final class DrlReader {
    private static final Pattern ANNOTATION = Pattern.compile("@([A-Za-z]+)\\s*\\(");
    private static final Pattern PACKAGE = Pattern.compile("(?m)^\\s*package\\s");

    /** A line and a column, counted from 1; a column of 0 stands for where the line begins. */
    record Place(int line, int column) {}

    /** One rule as the file states it. */
    record Draft(
            String id,
            String parent,
            Map<String, String> metadata,
            Map<String, Place> places,
            List<Condition> conditions,
            int line) {}

    private final String file;
    private final String text;
    private final ConditionChecks checks;
    private final List<Problem> problems;

    private DrlReader(String file, String text, ConditionChecks checks, List<Problem> problems) {
        this.file = file;
        this.text = text;
        this.checks = checks;
        this.problems = problems;
    }

    static List<Draft> read(String file, String text, ConditionChecks checks, List<Problem> problems) {
        return new DrlReader(file, text, checks, problems).read();
    }

    private List<Draft> read() {
        List<Draft> drafts = new ArrayList<>();
        if (text.isBlank()) {
            problem(
                    "syntax",
                    1,
                    0,
                    "the file is empty; a rule file holds a package, the import of org.spasmcds.fact.* and rules");
            return drafts;
        }
        PackageDescr parsed = parse();
        if (parsed == null) {
            return drafts;
        }
        checkFrame(parsed);
        for (RuleDescr rule : parsed.getRules()) {
            drafts.add(draft(rule));
        }
        if (drafts.isEmpty()) {
            problem("syntax", 1, 0, "the file holds no rule");
        }
        return drafts;
    }

    private PackageDescr parse() {
        Matcher packages = PACKAGE.matcher(text);
        if (packages.find() && packages.find()) {
            problem("frame", lineAt(packages.end() - 1), 0, "a second package; a rule file has one");
            return null;
        }
        DrlParser parser = new DrlParser(LanguageLevelOption.DRL6);
        try {
            PackageDescr parsed = parser.parse(false, text);
            for (DroolsError error : parser.getErrors()) {
                int line = error instanceof ParserError at ? at.getRow() : firstLine(error);
                int column = error instanceof ParserError at ? at.getCol() + 1 : 0;
                problem("syntax", line, column, syntax(error.getMessage()));
            }
            return parser.hasErrors() ? null : parsed;
        } catch (DroolsParserException e) {
            problem("syntax", 1, 0, syntax(e.getMessage()));
            return null;
        }
    }

    private static int firstLine(DroolsError error) {
        return error.getLines().length == 0 ? 1 : Math.max(1, error.getLines()[0]);
    }

    private static String syntax(String message) {
        return message.replaceFirst("^\\[ERR \\d+] Line \\d+:\\d+ ", "").strip()
                + "; allowed here is the form: rule \"id\" @key(\"text\") … when conditions then end";
    }

    private void checkFrame(PackageDescr parsed) {
        String expected = file.contains("/")
                ? "rules."
                        + file.substring(0, file.lastIndexOf('/'))
                                .replaceAll("^\\d+-", "")
                                .replace('-', '_')
                                .replace('/', '.')
                : "rules";
        if (!parsed.getName().equals(expected)) {
            Matcher stated = PACKAGE.matcher(text);
            int line = stated.find() ? lineAt(stated.end() - 1) : 1;
            problem("frame", line, 0, "package \"" + parsed.getName() + "\"; allowed in this folder: " + expected);
        }
        for (ImportDescr imported : parsed.getImports()) {
            if (!imported.getTarget().equals("org.spasmcds.fact.*")) {
                problem(
                        "frame",
                        imported.getLine(),
                        0,
                        "import " + imported.getTarget() + "; allowed: org.spasmcds.fact.*");
            }
        }
        if (parsed.getImports().isEmpty()) {
            problem("frame", 1, 0, "no import; every rule file imports org.spasmcds.fact.*");
        }
        Stream.of(parsed.getGlobals(), parsed.getFunctions(), parsed.getFunctionImports(), parsed.getTypeDeclarations())
                .flatMap(Collection::stream)
                .forEach(each -> problem(
                        "forbidden-construct",
                        Math.max(1, each.getLine()),
                        0,
                        "a global, function or declared type; allowed are rules only"));
    }

    private Draft draft(RuleDescr rule) {
        if (!rule.getAttributes().isEmpty()) {
            AttributeDescr attribute = rule.getAttributes().values().iterator().next();
            problem(
                    "rule-attribute",
                    Math.max(attribute.getLine(), rule.getLine()),
                    0,
                    "attribute " + attribute.getName() + "; rules have no order, so none is allowed");
        }
        if (!String.valueOf(rule.getConsequence()).isBlank()) {
            problem(
                    "then-not-empty",
                    firstLineOfThen(rule),
                    0,
                    "text between then and end; a rule declares and never acts, so nothing is allowed there");
        }
        Map<String, Place> places = annotationPlaces(rule);
        Map<String, String> metadata = new LinkedHashMap<>();
        for (AnnotationDescr annotation : rule.getAnnotations()) {
            String value = annotation.getSingleValueAsString();
            if (value == null || value.length() < 2 || !value.startsWith("\"") || !value.endsWith("\"")) {
                Place place = places.getOrDefault(annotation.getName(), new Place(rule.getLine(), 0));
                problem(
                        "metadata-form",
                        place.line(),
                        place.column(),
                        "@" + annotation.getName() + "; allowed is one quoted text: @" + annotation.getName()
                                + "(\"…\")");
                continue;
            }
            metadata.put(
                    annotation.getName(),
                    value.substring(1, value.length() - 1).replace("\\\"", "\"").replace("\\\\", "\\"));
        }
        List<Condition> conditions = new ArrayList<>();
        for (BaseDescr part : rule.getLhs().getDescrs()) {
            conditions.add(condition(part));
        }
        if (conditions.isEmpty()) {
            problem("no-condition", rule.getLine(), 0, "rule \"" + rule.getName() + "\" has no condition");
        }
        return new Draft(
                rule.getName(),
                rule.getParentName() == null ? "" : rule.getParentName(),
                metadata,
                places,
                conditions,
                rule.getLine());
    }

    private int firstLineOfThen(RuleDescr rule) {
        int then = Math.max(rule.getConsequenceLine(), rule.getLine());
        String[] all = text.split("\n", -1);
        if (!all[then - 1].strip().equals("then")) {
            return then;
        }
        int line = then + 1;
        while (line < all.length && all[line - 1].isBlank()) {
            line++;
        }
        return line;
    }

    /** The parser gives annotations no position, and keeps only the first of two that are alike. */
    private Map<String, Place> annotationPlaces(RuleDescr rule) {
        Map<String, Place> places = new HashMap<>();
        String[] all = text.split("\n", -1);
        for (int i = rule.getLine() - 1; i < all.length && !all[i].strip().equals("when"); i++) {
            Matcher annotation = ANNOTATION.matcher(all[i].strip().startsWith("//") ? "" : all[i]);
            while (annotation.find()) {
                Place place = new Place(i + 1, annotation.start(1));
                if (places.put(annotation.group(1), place) != null) {
                    problem(
                            "metadata-form",
                            place.line(),
                            place.column(),
                            "@" + annotation.group(1) + " a second time; each key stands once in a rule");
                }
            }
        }
        return places;
    }

    private Condition condition(BaseDescr part) {
        if (part instanceof PatternDescr pattern) {
            return pattern(pattern);
        }
        if (part instanceof NotDescr not && not.getDescrs().size() == 1) {
            return new Condition.Not(condition((BaseDescr) not.getDescrs().get(0)));
        }
        if (part instanceof AndDescr || part instanceof OrDescr) {
            List<Condition> parts = new ArrayList<>();
            for (BaseDescr child : ((ConditionalElementDescr) part).getDescrs()) {
                parts.add(condition(child));
            }
            return part instanceof AndDescr ? new Condition.And(parts) : new Condition.Or(parts);
        }
        problem(
                "forbidden-construct",
                part.getLine(),
                part.getColumn() + 1,
                part.getClass().getSimpleName().replace("Descr", "").toLowerCase(java.util.Locale.ROOT)
                        + "; allowed are patterns, not, and, or");
        return new Condition.And(List.of());
    }

    private Condition pattern(PatternDescr pattern) {
        int line = pattern.getLine();
        int column = pattern.getColumn() + 1;
        if (pattern.getSource() != null) {
            problem("forbidden-construct", line, column, "from or accumulate; allowed are plain patterns");
            return new Condition.And(List.of());
        }
        FactType type = FactType.of(pattern.getObjectType()).orElse(null);
        if (type == null) {
            List<String> known = new ArrayList<>();
            FactType.all().forEach(each -> known.add(each.name()));
            problem(
                    "unknown-fact",
                    line,
                    column,
                    "\"" + pattern.getObjectType() + "\" is no fact; allowed: " + String.join(", ", known));
            return new Condition.And(List.of());
        }
        if (pattern.getIdentifier() != null) {
            problem(
                    "forbidden-construct",
                    line,
                    column,
                    pattern.getIdentifier() + "; a pattern is not bound to a variable");
        }
        List<Condition.Test> tests = new ArrayList<>();
        for (BaseDescr constraint : pattern.getDescrs()) {
            if (constraint instanceof ExprConstraintDescr expression
                    && expression.getType() == ExprConstraintDescr.Type.NAMED) {
                ConstraintReader.read(expression.getExpression(), expression.getLine(), expression.getColumn() + 1)
                        .ifPresentOrElse(
                                tests::add,
                                () -> problem(
                                        "comparison-form",
                                        expression.getLine(),
                                        expression.getColumn() + 1,
                                        "\"" + expression.getExpression().strip() + "\"; allowed: "
                                                + ConstraintReader.ALLOWED));
            } else {
                problem(
                        "comparison-form",
                        constraint.getLine(),
                        constraint.getColumn() + 1,
                        "allowed: " + ConstraintReader.ALLOWED);
            }
        }
        Condition.Pattern read = new Condition.Pattern(type, List.copyOf(tests), line, column);
        // A comparison that could not be read may be the one that seems to be missing.
        if (tests.size() == pattern.getDescrs().size()) {
            checks.check(file, read, problems);
        }
        return read;
    }

    private int lineAt(int offset) {
        return (int) text.substring(0, offset).chars().filter(c -> c == '\n').count() + 1;
    }

    private void problem(String check, int line, int column, String message) {
        problems.add(new Problem(check, file, line, column, message));
    }
}
