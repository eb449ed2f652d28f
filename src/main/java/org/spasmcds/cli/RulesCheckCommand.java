package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.Problem;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.authoring.check.Checks;
import org.spasmcds.authoring.check.Found;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Reports what is wrong with the rule files, each by a check that has a page. */
@Command(
        name = "check",
        description = "Reports what is wrong with the rule files, each by a check that has a page.",
        mixinStandardHelpOptions = true)
final class RulesCheckCommand implements Callable<Integer> {
    private static final int WIDTH = 80;

    enum Format {
        text,
        json,
        github,
        accepted
    }

    @Mixin
    private RuleFolderOptions rules;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "text, json, github (annotations of a workflow) or accepted (lines for accepted.csv, to which you add a reason);"
                            + " default: text.")
    private Format format = Format.text;

    @Option(names = "--explain", paramLabel = "CHECK", description = "Shows the page of a check.")
    private String explained;

    @Option(names = "--list", description = "Lists all checks.")
    private boolean listed;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        PrintWriter out = command.commandLine().getOut();
        if (explained != null) {
            out.print(Checks.page(explained)
                    .orElseThrow(() -> new ParameterException(
                            command.commandLine(),
                            "--explain " + explained + " is no check; rules check --list shows all")));
            out.flush();
            return 0;
        }
        if (listed) {
            list(out);
            return 0;
        }
        List<Found> found = found();
        switch (format) {
            case json -> Json.print(out, found);
            case github -> found.forEach(each -> out.println(annotation(each)));
            case accepted -> accepted(out, found);
            default -> text(out, found);
        }
        out.flush();
        return found.isEmpty() ? 0 : Failures.REFUSED;
    }

    private static void list(PrintWriter out) {
        int width = Checks.ids().stream().mapToInt(String::length).max().orElse(0);
        for (String id : Checks.ids()) {
            List<String> lines = wrapped(Checks.summary(id), WIDTH - width - 2);
            for (int i = 0; i < lines.size(); i++) {
                String label = i == 0 ? id : "";
                out.println(label + " ".repeat(width + 2 - label.length()) + lines.get(i));
            }
        }
        out.flush();
    }

    private List<Found> found() {
        RuleFolder folder;
        try {
            folder = rules.folder();
        } catch (InvalidRulesetException e) {
            return e.problems().stream().map(RulesCheckCommand::unreadable).toList();
        }
        return Checks.run(folder);
    }

    private static Found unreadable(Problem problem) {
        return new Found(problem.check(), problem.file(), problem.line(), problem.column(), problem.message(), "");
    }

    private void text(PrintWriter out, List<Found> found) {
        Map<String, List<Found>> byFile = found.stream()
                .collect(Collectors.groupingBy(Found::file, java.util.LinkedHashMap::new, Collectors.toList()));
        byFile.forEach((file, each) -> {
            each.forEach(one -> text(out, one));
            out.println();
        });
        if (found.isEmpty()) {
            out.println("Nothing found.");
        } else {
            out.println(found.size() + " found in " + byFile.size() + (byFile.size() == 1 ? " file." : " files.")
                    + " rules check --explain ID shows the page of a check.");
        }
    }

    private void text(PrintWriter out, Found found) {
        String place = path(found) + ":" + found.line() + ":" + found.column() + ":";
        String message = found.message() + " [" + found.check() + "]";
        if (place.length() + 1 + message.length() <= WIDTH) {
            out.println(place + " " + message);
        } else {
            out.println(place);
            wrapped(message, WIDTH - 4).forEach(line -> out.println("    " + line));
        }
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() > 0 && line.length() + 1 + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    /** With the folder as it was given, so that an editor or GitHub finds the file. */
    private String path(Found found) {
        if (rules.isBundled()) {
            return found.file();
        }
        String folder = rules.path().toString().replace('\\', '/');
        return found.file().startsWith(folder) ? found.file() : folder + "/" + found.file();
    }

    /** In the form that GitHub documents for workflow commands. */
    private String annotation(Found found) {
        return "::error file=" + property(path(found)) + ",line=" + found.line() + ",col=" + found.column() + ",title="
                + property(found.check()) + "::" + data(found.message());
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }

    private static void accepted(PrintWriter out, List<Found> found) {
        found.stream()
                .filter(each -> !each.subject().isEmpty())
                .map(each -> each.check() + "," + cell(each.file()) + "," + cell(each.subject()) + ",")
                .distinct()
                .forEach(out::println);
    }

    private static String cell(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
