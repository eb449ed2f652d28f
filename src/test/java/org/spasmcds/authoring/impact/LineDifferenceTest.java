package org.spasmcds.authoring.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineDifferenceTest {
    private static String shown(String before, String after, int context) {
        return LineDifference.between(before, after, context).stream()
                .map(line -> line.mark() + line.text())
                .collect(Collectors.joining("|"));
    }

    @Test
    void aChangedLineIsShownWithWhatStandsAroundIt() {
        assertEquals(" b|-c|+X| d", shown("a\nb\nc\nd\ne\n", "a\nb\nX\nd\ne\n", 1));
        assertEquals("", shown("a\nb\n", "a\nb\n", 3));
        assertEquals("+a|+b", shown("", "a\nb\n", 3));
        assertEquals("-a|-b", shown("a\nb\n", "", 3));
    }

    @Test
    void linesLeftOutBetweenTwoChangesAreMarked() {
        assertEquals("-a|+A| b|| e|-f|+F", shown("a\nb\nc\nd\ne\nf\n", "A\nb\nc\nd\ne\nF\n", 1));
    }

    @Test
    void theMarkedLinesTurnOneTextIntoTheOther() {
        Random random = new Random(5);
        for (int i = 0; i < 300; i++) {
            String before = text(random);
            String after = text(random);
            if (before.equals(after)) {
                continue;
            }
            List<Line> all = LineDifference.between(before, after, 1_000);
            assertEquals(before.lines().toList(), without(all, Line.Change.ADDED));
            assertEquals(after.lines().toList(), without(all, Line.Change.REMOVED));
        }
    }

    private static List<String> without(List<Line> lines, Line.Change change) {
        return lines.stream()
                .filter(line -> line.change() != change)
                .map(Line::text)
                .toList();
    }

    private static String text(Random random) {
        return IntStream.range(0, random.nextInt(12))
                .mapToObj(i -> "abc".charAt(random.nextInt(3)) + "\n")
                .collect(Collectors.joining());
    }
}
