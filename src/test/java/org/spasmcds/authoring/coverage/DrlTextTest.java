package org.spasmcds.authoring.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Brackets and commas in comments and strings close nothing. */
class DrlTextTest {
    private static final String TEXT = "Result( test == \"a) b\", // one ) two\n  value < 2.5 /* ) */ ) // ( end\nend";

    private final DrlText text = new DrlText(TEXT);

    @Test
    void aPatternEndsAtItsOwnBracket() {
        int end = text.closing(text.offset(1, 1));
        assertEquals(" // ( end\nend", text.part(end, text.length()));
    }

    @Test
    void aComparisonEndsBeforeCommaBracketOrComment() {
        int start = text.offset(2, 3);
        assertEquals("value < 2.5", text.part(start, text.comparisonEnd(start)));
        int test = text.offset(1, 9);
        assertEquals("test == \"a) b\"", text.part(test, text.comparisonEnd(test)));
    }

    @Test
    void commentsAreFoundAndStringsAreNone() {
        assertEquals(3, text.comments().size());
        assertEquals(
                "// one ) two",
                text.part(text.comments().get(0).start(), text.comments().get(0).end()));
        assertEquals(0, new DrlText("a == \"http://x\"").comments().size());
    }

    @Test
    void anUnclosedTextEndsWhereItEnds() {
        assertEquals(5, new DrlText("A( b ").closing(0));
        assertEquals(4, new DrlText("A \"b").length());
    }
}
