package org.spasmcds.authoring.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.spasmcds.TestRules;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Conditions;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;

/** Marks stand where the parser saw the patterns, in every bundled rule file. */
class ColoredTextTest {
    private static final Seen NONE = new Seen(List.of(), List.of(), List.of());

    private static FileCoverage file(String file, List<Rule> rules) {
        List<PatternCoverage> patterns = new ArrayList<>();
        List<NumberCoverage> numbers = new ArrayList<>();
        for (Rule rule : rules) {
            if (rule.parent().isEmpty()) {
                for (Condition.Pattern pattern : Conditions.patterns(rule)) {
                    patterns.add(new PatternCoverage(
                            Conditions.text(pattern),
                            "words",
                            pattern.line(),
                            pattern.column(),
                            NONE,
                            new Counts(0, 0, 0)));
                    pattern.tests().stream()
                            .filter(Condition.Test.Number.class::isInstance)
                            .forEach(test -> numbers.add(
                                    new NumberCoverage(Conditions.text(test), test.line(), test.column(), NONE)));
                }
            }
        }
        return new FileCoverage(file, "x", "x", 0, List.of(new RuleCoverage("x", 1, NONE, patterns, numbers)));
    }

    /** The text of an element without what was added to it, and the texts of its patterns. */
    private static void collect(Node node, StringBuilder text, List<String> patterns, List<String> numbers) {
        if (node instanceof Element element) {
            String style = element.getAttribute("class");
            if (style.equals("sign") || style.equals("tip")) {
                return;
            }
            int start = text.length();
            for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
                collect(child, text, patterns, numbers);
            }
            if (style.startsWith("pattern")) {
                patterns.add(text.substring(start));
            } else if (style.startsWith("number")) {
                numbers.add(text.substring(start));
            }
        } else {
            text.append(node.getNodeValue());
        }
    }

    private static String squeezed(String text) {
        return text.replaceAll("//[^\n]*", "").replaceAll("\\s+", "");
    }

    @Test
    void everyMarkOpensAndClosesWhereThePatternDoes() throws Exception {
        for (Map.Entry<String, String> each : RuleFiles.read(TestRules.FOLDER).entrySet()) {
            List<Rule> rules = TestRules.bundled().rules().stream()
                    .filter(rule -> rule.file().equals(each.getKey()))
                    .toList();
            FileCoverage file = file(each.getKey(), rules);
            String html = ColoredText.html(each.getValue(), file);
            Node pre = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader("<pre>" + html + "</pre>")))
                    .getDocumentElement();
            StringBuilder text = new StringBuilder();
            List<String> patterns = new ArrayList<>();
            List<String> numbers = new ArrayList<>();
            collect(pre, text, patterns, numbers);
            assertEquals(each.getValue(), text.toString(), each.getKey());
            assertEquals(
                    file.patterns().stream()
                            .map(p -> squeezed(p.text()))
                            .sorted()
                            .toList(),
                    patterns.stream().map(ColoredTextTest::squeezed).sorted().toList(),
                    each.getKey());
            assertEquals(
                    file.numbers().stream()
                            .map(n -> squeezed(n.text()))
                            .sorted()
                            .toList(),
                    numbers.stream().map(ColoredTextTest::squeezed).sorted().toList(),
                    each.getKey());
        }
    }

    @Test
    void aPlaceOutsideTheTextMarksNothingAndBreaksNothing() {
        PatternCoverage lost = new PatternCoverage("x", "x", 99, 99, NONE, new Counts(0, 0, 0));
        FileCoverage file = new FileCoverage(
                "x.drl", "x", "x", 0, List.of(new RuleCoverage("x", 1, NONE, List.of(lost), List.of())));
        assertTrue(ColoredText.html("a < b", file).startsWith("a &lt; b"));
    }
}
