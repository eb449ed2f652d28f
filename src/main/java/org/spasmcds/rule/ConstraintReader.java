package org.spasmcds.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one comparison inside a pattern. */
final class ConstraintReader {
    static final String ALLOWED =
            "property, !property, property == \"text\", property in (\"a\", \"b\"), property < 2.5 (or <=, >, >=, ==)";

    private static final Pattern FLAG = Pattern.compile("(!?)\\s*([A-Za-z][A-Za-z0-9]*)");
    private static final Pattern TEXT = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*==\\s*\"([^\"]*)\"");
    private static final Pattern IN = Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s+in\\s*\\(([^()]*)\\)");
    private static final Pattern QUOTED = Pattern.compile("\\s*\"([^\"]*)\"\\s*");
    private static final Pattern NUMBER =
            Pattern.compile("([A-Za-z][A-Za-z0-9]*)\\s*(<=|>=|==|<|>)\\s*(-?[0-9]+(?:\\.[0-9]+)?)");

    private ConstraintReader() {}

    static Optional<Condition.Test> read(String expression, int line, int column) {
        String text = expression.replaceAll("//[^\n]*", " ").strip();
        Matcher flag = FLAG.matcher(text);
        if (flag.matches()) {
            return Optional.of(
                    new Condition.Test.Flag(flag.group(2), flag.group(1).isEmpty(), line, column));
        }
        Matcher equal = TEXT.matcher(text);
        if (equal.matches()) {
            return Optional.of(new Condition.Test.Text(equal.group(1), List.of(equal.group(2)), line, column));
        }
        Matcher number = NUMBER.matcher(text);
        if (number.matches()) {
            String written = number.group(3);
            int point = written.indexOf('.');
            return Optional.of(new Condition.Test.Number(
                    number.group(1),
                    number.group(2),
                    Double.parseDouble(written),
                    point < 0 ? 0 : written.length() - point - 1,
                    line,
                    column));
        }
        Matcher in = IN.matcher(text);
        return in.matches() ? oneOf(in.group(1), in.group(2), line, column) : Optional.empty();
    }

    private static Optional<Condition.Test> oneOf(String property, String list, int line, int column) {
        List<String> values = new ArrayList<>();
        for (String part : list.split(",", -1)) {
            Matcher quoted = QUOTED.matcher(part);
            if (!quoted.matches()) {
                return Optional.empty();
            }
            values.add(quoted.group(1));
        }
        return Optional.of(new Condition.Test.Text(property, List.copyOf(values), line, column));
    }
}
