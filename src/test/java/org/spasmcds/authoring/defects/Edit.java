package org.spasmcds.authoring.defects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** Changes the text of a file as a plant says. */
final class Edit {
    private Edit() {}

    static String apply(JsonNode edit, String text) {
        String result = edit.path("with").asText(text);
        for (Map.Entry<String, JsonNode> each : edit.path("replace-all").properties()) {
            if (!result.contains(each.getKey())) {
                throw new IllegalStateException("\"" + each.getKey() + "\" is not there");
            }
            result = result.replace(each.getKey(), each.getValue().asText());
        }
        if (edit.has("find")) {
            int at = find(edit, edit.path("find").asText(), result);
            result = result.substring(0, at)
                    + edit.path("replace").asText()
                    + result.substring(at + edit.path("find").asText().length());
        }
        if (edit.has("delete")) {
            int at = find(edit, edit.path("delete").asText(), result);
            result = result.substring(0, result.lastIndexOf('\n', at) + 1) + result.substring(lineEnd(result, at));
        }
        if (edit.has("delete-rule")) {
            Scope rule = Scope.of(edit.path("delete-rule").asText(), result);
            result = result.substring(0, rule.start()) + result.substring(rule.end());
        }
        if (edit.has("insert")) {
            int end = lineEnd(result, find(edit, edit.path("after").asText(), result));
            result = result.substring(0, end) + edit.path("insert").asText() + "\n" + result.substring(end);
        }
        String appended = edit.path("append").asText();
        return appended.isEmpty() || appended.endsWith("\n") ? result + appended : result + appended + "\n";
    }

    /** Line of a text that stands once. */
    static int lineOf(String wanted, String text) {
        return line(once(wanted, text, new Scope(0, text.length())), text);
    }

    /** The first line on which two texts differ. */
    static int firstDifference(String before, String now) {
        int at = 0;
        while (at < Math.min(before.length(), now.length()) && before.charAt(at) == now.charAt(at)) {
            at++;
        }
        // An empty line put in front is not where the defect is.
        while (at > 0 && at < now.length() - 1 && now.charAt(at) == '\n' && now.charAt(at - 1) == '\n') {
            at++;
        }
        return line(at, now);
    }

    private static int line(int at, String text) {
        return (int) text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
    }

    private static int lineEnd(String text, int at) {
        int end = text.indexOf('\n', at);
        return end < 0 ? text.length() : end + 1;
    }

    private static int find(JsonNode edit, String wanted, String text) {
        return once(
                wanted,
                text,
                edit.has("rule") ? Scope.of(edit.path("rule").asText(), text) : new Scope(0, text.length()));
    }

    private static int once(String wanted, String text, Scope scope) {
        int at = text.indexOf(wanted, scope.start());
        if (at < 0 || at >= scope.end()) {
            throw new IllegalStateException("\"" + wanted.strip() + "\" is not there");
        }
        int next = text.indexOf(wanted, at + 1);
        if (next >= 0 && next < scope.end()) {
            throw new IllegalStateException("\"" + wanted.strip() + "\" stands more than once");
        }
        return at;
    }

    /** From the line of a rule to behind its end. */
    private record Scope(int start, int end) {
        static Scope of(String rule, String text) {
            int start = once("rule \"" + rule + "\"", text, new Scope(0, text.length()));
            int end = text.indexOf("\nend", start);
            return new Scope(start, lineEnd(text, end + 1));
        }
    }
}
