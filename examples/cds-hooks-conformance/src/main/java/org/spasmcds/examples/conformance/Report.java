package org.spasmcds.examples.conformance;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a service came out, requirement by requirement.
 *
 * @param service its base URL
 * @param lines one for each requirement that is tested
 */
public record Report(String service, List<Line> lines) {

    /** A requirement and how it came out. */
    public record Line(Requirement requirement, Result result) {}

    private static final Set<String> OF_DOCUMENTS = Set.of("request-", "authorization-", "context-", "feedback-");
    private static final int TEXT = 74;
    private static final Result NOT_CALLED =
            new Result(Outcome.SKIPPED, "without a list of services nothing can be called");

    public Report {
        lines = List.copyOf(lines);
    }

    static Report of(Target target, Map<String, Result> byCheck) {
        List<Line> lines = new ArrayList<>();
        for (Requirement requirement : Requirements.all()) {
            if (requirement.tested()) {
                lines.add(new Line(requirement, result(requirement, byCheck, target)));
            }
        }
        return new Report(target.base().toString(), lines);
    }

    private static Result result(Requirement requirement, Map<String, Result> byCheck, Target target) {
        return requirement.checks().stream()
                .filter(byCheck::containsKey)
                .map(check -> named(check, byCheck.get(check)))
                .reduce(Result::worse)
                .orElseGet(() -> unseen(requirement, byCheck, target));
    }

    private static Result named(String check, Result result) {
        return result.outcome() == Outcome.PASSED
                ? result
                : new Result(result.outcome(), check + ": " + result.detail());
    }

    private static Result unseen(Requirement requirement, Map<String, Result> byCheck, Target target) {
        if (byCheck.get("discovery-available").outcome() != Outcome.PASSED) {
            return NOT_CALLED;
        }
        if (requirement.checks().stream().allMatch(check -> check.startsWith("jwt-"))
                && target.signer().isEmpty()) {
            return new Result(Outcome.SKIPPED, "no key was given: say --key and --issuer");
        }
        if (requirement.checks().stream().allMatch(Report::ofDocuments)) {
            return new Result(
                    Outcome.NOT_APPLICABLE, "binds what a client sends: give such documents instead of a URL");
        }
        return Result.NOTHING_CAME;
    }

    private static boolean ofDocuments(String check) {
        return OF_DOCUMENTS.stream().anyMatch(check::startsWith);
    }

    /** How many requirements came out so. */
    public long count(Outcome outcome) {
        return lines.stream().filter(l -> l.result().outcome() == outcome).count();
    }

    /** The table, for an eye. */
    public String text() {
        StringBuilder text = new StringBuilder("CDS Hooks 2.0.1 at " + service + "\n");
        String section = "";
        for (Line line : lines) {
            Requirement requirement = line.requirement();
            if (line.result().equals(NOT_CALLED)) {
                continue;
            }
            if (!requirement.section().equals(section)) {
                section = requirement.section();
                text.append("\n").append(section).append("\n");
            }
            text.append(String.format(
                    Locale.ROOT,
                    "  %-10s %s%n",
                    line.result().outcome(),
                    requirement.id() + " (" + requirement.party() + ")"));
            text.append("             ").append(shortened(requirement.text())).append("\n");
            if (!line.result().detail().isEmpty()) {
                text.append("           > ").append(line.result().detail()).append("\n");
            }
        }
        return text.append("\n").append(summary()).toString();
    }

    private static String shortened(String text) {
        return text.length() <= TEXT ? text : text.substring(0, TEXT - 3) + "...";
    }

    private String summary() {
        Map<Outcome, Long> counts = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            counts.put(outcome, count(outcome));
        }
        long all = Requirements.all().size();
        return String.format(
                Locale.ROOT,
                "%d passed, %d failed, %d tolerated, %d skipped, %d not applicable.%n"
                        + "%d more requirements cannot be seen from outside: requirements.csv tells why.%n",
                counts.get(Outcome.PASSED),
                counts.get(Outcome.FAILED),
                counts.get(Outcome.TOLERATED),
                counts.get(Outcome.SKIPPED),
                counts.get(Outcome.NOT_APPLICABLE),
                all - lines.size());
    }

    /** The same as JUnit XML, for a build server. */
    public String junit() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.append(String.format(
                Locale.ROOT,
                "<testsuite name=\"CDS Hooks 2.0.1 at %s\" tests=\"%d\" failures=\"%d\" skipped=\"%d\">%n",
                escaped(service),
                lines.size(),
                count(Outcome.FAILED),
                count(Outcome.SKIPPED) + count(Outcome.NOT_APPLICABLE)));
        for (Line line : lines) {
            Requirement requirement = line.requirement();
            xml.append(String.format(
                    Locale.ROOT,
                    "  <testcase classname=\"%s\" name=\"%s: %s\">",
                    escaped(requirement.section()),
                    requirement.id(),
                    escaped(requirement.text())));
            String detail = escaped(line.result().detail());
            switch (line.result().outcome()) {
                case FAILED -> xml.append("<failure message=\"").append(detail).append("\"/>");
                case SKIPPED, NOT_APPLICABLE ->
                    xml.append("<skipped message=\"").append(detail).append("\"/>");
                case TOLERATED ->
                    xml.append("<system-out>tolerated: ").append(detail).append("</system-out>");
                case PASSED -> {}
            }
            xml.append("</testcase>\n");
        }
        return xml.append("</testsuite>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
