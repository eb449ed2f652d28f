package org.spasmcds.examples.hooks.card;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    @Test
    void htmlIsShownAsText() {
        assertEquals("&lt;img src=x onerror=alert(1)&gt;", Markdown.escape("<img src=x onerror=alert(1)>"));
        assertEquals("&amp;lt;b&amp;gt;", Markdown.escape("&lt;b&gt;"));
    }

    @Test
    void noMarkOfMarkdownIsLeftBare() {
        for (String mark : List.of("*", "_", "`", "[", "]", "#", "|", "~", "!", "\\", "$")) {
            assertEquals("a\\" + mark + "b", Markdown.escape("a" + mark + "b"));
        }
        for (String start : List.of("- item", "+ item", "= line", "1. item", "12) item", "> quote", "# heading")) {
            String escaped = Markdown.escape(start);
            assertTrue(escaped.contains("\\") || escaped.startsWith("&gt;"), escaped);
        }
    }

    @Test
    void theTextStaysOnItsLine() {
        assertEquals("a b c", Markdown.escape("a\r\n\r\nb\u0000\tc "));
        assertFalse(Markdown.escape("a\n\n# b").contains("\n"));
    }

    @Test
    void nothingBecomesALinkByItself() {
        for (String text : List.of(
                "www.evil.example", "https://evil.example/x", "a@evil.example", "mailto:a", "WWW.evil.example")) {
            String shown = Markdown.escape(text).replace("\\", "");
            assertFalse(shown.matches("(?i).*(www\\.|://\\w|@\\w|mailto:).*"), shown);
        }
    }

    @Test
    void numbersAndUnitsStayReadable() {
        assertEquals(
                "potassium 2.2 mmol/L, 4 hours ago, is below 2.5 mmol/L",
                Markdown.escape("potassium 2.2 mmol/L, 4 hours ago, is below 2.5 mmol/L"));
        assertEquals("25-hydroxyvitamin D (low)", Markdown.escape("25-hydroxyvitamin D (low)"));
    }
}
