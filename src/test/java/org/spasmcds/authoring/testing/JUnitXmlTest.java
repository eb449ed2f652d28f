package org.spasmcds.authoring.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.spasmcds.Problem;
import org.spasmcds.authoring.Scenario;
import org.spasmcds.authoring.Verdict;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The XML is what continuous integration servers read. */
class JUnitXmlTest {
    private static TestReport.Ran ran(String file, String name, String... failures) {
        Scenario scenario = new Scenario(file, 3, name, "x", null, null);
        return new TestReport.Ran(new Verdict(scenario, List.of(failures), List.of("because <of> & \"this\"")), 0.25);
    }

    private static Document written(TestReport report) throws Exception {
        StringWriter xml = new StringWriter();
        JUnitXml.write(report, xml);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml.toString())));
    }

    @Test
    void suitesCasesAndCountsAgree() throws Exception {
        Problem unread = new Problem("scenario", "b/y.scenarios.yaml", 7, 1, "not a list");
        Document xml = written(new TestReport(
                List.of(
                        ran("a/x.scenarios.yaml", "potassium < 2.5 & \"low\" \u0001"),
                        ran("a/x.scenarios.yaml", "second", "expected <x>, got y"),
                        ran("b/y.scenarios.yaml", "third")),
                List.of(unread),
                1));
        Element all = xml.getDocumentElement();
        assertEquals("testsuites", all.getTagName());
        NodeList suites = all.getElementsByTagName("testsuite");
        assertEquals(2, suites.getLength());
        int tests = 0;
        int failures = 0;
        int errors = 0;
        for (int i = 0; i < suites.getLength(); i++) {
            Element suite = (Element) suites.item(i);
            assertEquals(
                    number(suite, "tests"),
                    suite.getElementsByTagName("testcase").getLength());
            assertEquals(
                    number(suite, "failures"),
                    suite.getElementsByTagName("failure").getLength());
            assertEquals(
                    number(suite, "errors"), suite.getElementsByTagName("error").getLength());
            tests += number(suite, "tests");
            failures += number(suite, "failures");
            errors += number(suite, "errors");
        }
        assertEquals(List.of(4, 1, 1), List.of(tests, failures, errors));
        assertEquals(List.of(4, 1, 1), List.of(number(all, "tests"), number(all, "failures"), number(all, "errors")));
        Element failed = (Element) all.getElementsByTagName("failure").item(0);
        assertEquals("expected <x>, got y", failed.getAttribute("message"));
        assertTrue(failed.getTextContent().contains("because <of> & \"this\""), failed.getTextContent());
        Element first = (Element) all.getElementsByTagName("testcase").item(0);
        assertEquals("a.x", first.getAttribute("classname"));
        assertEquals("potassium < 2.5 & \"low\" ?", first.getAttribute("name"));
        assertEquals("0.250", first.getAttribute("time"));
    }

    private static int number(Element element, String attribute) {
        return Integer.parseInt(element.getAttribute(attribute));
    }
}
