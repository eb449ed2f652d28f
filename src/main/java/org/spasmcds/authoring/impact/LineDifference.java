package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.List;

/** Which lines differ between two texts: a longest common subsequence, as in a unified diff. */
final class LineDifference {
    /** Above this many pairs of lines to compare, a changed stretch is shown whole. */
    private static final long MOST_PAIRS = 4_000_000;

    private LineDifference() {}

    /** The lines that differ, each stretch with up to {@code context} same lines around it. Empty when the texts are alike. */
    static List<Line> between(String before, String after, int context) {
        return shortened(all(before.lines().toList(), after.lines().toList()), context);
    }

    private static List<Line> all(List<String> before, List<String> after) {
        int head = 0;
        int least = Math.min(before.size(), after.size());
        while (head < least && before.get(head).equals(after.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < least - head && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail))) {
            tail++;
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Line.Change.SAME, i + 1, after.get(i)));
        }
        middle(before, after, head, before.size() - tail, after.size() - tail, lines);
        for (int i = after.size() - tail; i < after.size(); i++) {
            lines.add(new Line(Line.Change.SAME, i + 1, after.get(i)));
        }
        return lines;
    }

    private static void middle(
            List<String> before, List<String> after, int from, int endBefore, int endAfter, List<Line> lines) {
        int[][] common = common(before, after, from, endBefore, endAfter);
        int i = from;
        int j = from;
        while (i < endBefore || j < endAfter) {
            boolean inBoth = i < endBefore && j < endAfter;
            if (inBoth && common.length > 0 && before.get(i).equals(after.get(j))) {
                lines.add(new Line(Line.Change.SAME, j + 1, after.get(j)));
                i++;
                j++;
            } else if (j >= endAfter
                    || (inBoth
                            && (common.length == 0
                                    || common[i - from + 1][j - from] >= common[i - from][j - from + 1]))) {
                lines.add(new Line(Line.Change.REMOVED, i + 1, before.get(i)));
                i++;
            } else {
                lines.add(new Line(Line.Change.ADDED, j + 1, after.get(j)));
                j++;
            }
        }
    }

    /** How many lines two ends of the texts have in common, for each pair of places; empty when there are too many pairs. */
    private static int[][] common(List<String> before, List<String> after, int from, int endBefore, int endAfter) {
        int rows = endBefore - from;
        int columns = endAfter - from;
        if ((long) rows * columns > MOST_PAIRS) {
            return new int[0][];
        }
        int[][] common = new int[rows + 1][columns + 1];
        for (int i = rows - 1; i >= 0; i--) {
            for (int j = columns - 1; j >= 0; j--) {
                common[i][j] = before.get(from + i).equals(after.get(from + j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static List<Line> shortened(List<Line> lines, int context) {
        boolean[] shown = new boolean[lines.size()];
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).change() != Line.Change.SAME) {
                for (int j = Math.max(0, i - context); j <= Math.min(lines.size() - 1, i + context); j++) {
                    shown[j] = true;
                }
            }
        }
        List<Line> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            if (shown[i]) {
                kept.add(lines.get(i));
            } else if (i > 0 && shown[i - 1] && anyAfter(shown, i)) {
                kept.add(new Line(Line.Change.LEFT_OUT, 0, ""));
            }
        }
        return List.copyOf(kept);
    }

    private static boolean anyAfter(boolean[] shown, int at) {
        for (int i = at; i < shown.length; i++) {
            if (shown[i]) {
                return true;
            }
        }
        return false;
    }
}
