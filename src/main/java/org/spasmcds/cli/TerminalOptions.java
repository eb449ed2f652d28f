package org.spasmcds.cli;

import java.util.Map;
import picocli.CommandLine.Option;

/** How to write for the terminal: color only where one is, lines as wide as it is. */
final class TerminalOptions {
    private static final int NARROWEST = 50;
    private static final int WIDEST = 110;
    private static final int USUAL = 80;

    enum Color {
        auto,
        always,
        never
    }

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto, always or never (default: auto, only on a terminal).")
    private Color color = Color.auto;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = "Width of the text (default: that of the terminal, else 80).")
    private Integer width;

    boolean color() {
        Map<String, String> environment = System.getenv();
        boolean terminal = System.console() != null
                && !environment.containsKey("NO_COLOR")
                && !"dumb".equals(environment.getOrDefault("TERM", "dumb"));
        return color == Color.always || (color == Color.auto && terminal);
    }

    int width() {
        return Math.max(NARROWEST, Math.min(WIDEST, width != null ? width : columns()));
    }

    private static int columns() {
        String columns = System.getenv().getOrDefault("COLUMNS", "");
        return columns.matches("\\d{1,4}") ? Integer.parseInt(columns) : USUAL;
    }
}
