package org.spasmcds.authoring.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.spasmcds.Problem;
import org.spasmcds.authoring.Verdict;

/** Verdicts in the form that continuous integration servers read: one test suite a scenario file. */
public final class JUnitXml {
    private final XMLStreamWriter xml;

    private JUnitXml(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static void write(TestReport report, Path file) {
        try {
            Path parent = file.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                write(report, writer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void write(TestReport report, Writer writer) {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(writer);
            new JUnitXml(xml).report(report);
            xml.flush();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Suite(List<TestReport.Ran> cases, List<Problem> problems) {
        long failures() {
            return cases.stream().filter(ran -> !ran.verdict().passed()).count();
        }
    }

    private void report(TestReport report) throws XMLStreamException {
        Map<String, Suite> suites = new LinkedHashMap<>();
        for (TestReport.Ran ran : report.cases()) {
            suite(suites, ran.verdict().scenario().file()).cases().add(ran);
        }
        report.problems()
                .forEach(problem -> suite(suites, problem.file()).problems().add(problem));
        xml.writeStartDocument("UTF-8", "1.0");
        line();
        xml.writeStartElement("testsuites");
        counts("spasm-cds rules", report.cases(), report.problems());
        line();
        for (Map.Entry<String, Suite> suite : suites.entrySet()) {
            suite(suite.getKey(), suite.getValue());
        }
        xml.writeEndElement();
        line();
        xml.writeEndDocument();
    }

    private static Suite suite(Map<String, Suite> suites, String file) {
        return suites.computeIfAbsent(file, any -> new Suite(new ArrayList<>(), new ArrayList<>()));
    }

    private void counts(String name, List<TestReport.Ran> cases, List<Problem> problems) throws XMLStreamException {
        double seconds = cases.stream().mapToDouble(TestReport.Ran::seconds).sum();
        attribute("name", name);
        attribute("tests", Integer.toString(cases.size() + problems.size()));
        attribute("failures", Long.toString(new Suite(cases, problems).failures()));
        attribute("errors", Integer.toString(problems.size()));
        attribute("time", time(seconds));
    }

    private void suite(String file, Suite suite) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        counts(file, suite.cases(), suite.problems());
        attribute("skipped", "0");
        line();
        String className = file.replace(".scenarios.yaml", "").replace('/', '.');
        for (TestReport.Ran ran : suite.cases()) {
            testcase(file, className, ran);
        }
        for (Problem problem : suite.problems()) {
            begin(file, className, "can be read (line " + problem.line() + ")", problem.line(), 0);
            fault("error", "unreadable", problem.message(), problem.toString());
            xml.writeEndElement();
            line();
        }
        xml.writeEndElement();
        line();
    }

    private void testcase(String file, String className, TestReport.Ran ran) throws XMLStreamException {
        Verdict verdict = ran.verdict();
        begin(file, className, verdict.scenario().name(), verdict.scenario().line(), ran.seconds());
        if (!verdict.passed()) {
            List<String> lines =
                    new ArrayList<>(List.of(file + ":" + verdict.scenario().line()));
            lines.addAll(verdict.failures());
            lines.addAll(verdict.because());
            fault("failure", "expectation", verdict.failures().get(0), String.join("\n", lines));
        }
        xml.writeEndElement();
        line();
    }

    private void begin(String file, String className, String name, int line, double seconds) throws XMLStreamException {
        xml.writeStartElement("testcase");
        attribute("classname", className);
        attribute("name", name);
        attribute("file", file);
        attribute("line", Integer.toString(line));
        attribute("time", time(seconds));
    }

    private void fault(String element, String type, String message, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        attribute("type", type);
        attribute("message", message);
        xml.writeCharacters(allowed(text));
        xml.writeEndElement();
    }

    private void attribute(String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, allowed(value));
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n");
    }

    private static String time(double seconds) {
        return String.format(Locale.ROOT, "%.3f", seconds);
    }

    /** What XML 1.0 cannot hold, not even escaped, becomes a question mark. */
    private static String allowed(String text) {
        StringBuilder allowed = new StringBuilder();
        text.codePoints()
                .map(c -> c == '\n'
                                || c == '\t'
                                || (c >= 0x20 && c <= 0xD7FF)
                                || (c >= 0xE000 && c != 0xFFFE && c != 0xFFFF)
                        ? c
                        : '?')
                .forEach(allowed::appendCodePoint);
        return allowed.toString();
    }
}
