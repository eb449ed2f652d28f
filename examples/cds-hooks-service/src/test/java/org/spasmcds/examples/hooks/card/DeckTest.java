package org.spasmcds.examples.hooks.card;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.spasmcds.Level;

class DeckTest {
    @Test
    void aSummaryHasLessThan140CharactersAndIsCutOnlyThen() {
        assertEquals("a".repeat(100) + "b".repeat(39), Deck.fitted("a".repeat(100), "b".repeat(39)));
        assertEquals("a".repeat(99) + "…" + "b".repeat(39), Deck.fitted("a".repeat(101), "b".repeat(39)));
        assertEquals("a".repeat(60) + "b".repeat(78) + "…", Deck.fitted("a".repeat(60), "b".repeat(200)));
        assertEquals("a".repeat(59) + "…" + "b".repeat(78) + "…", Deck.fitted("a".repeat(200), "b".repeat(200)));
    }

    @Test
    void theIndicatorFollowsTheLevel() {
        assertEquals("critical", Deck.indicator(Level.EMERGENCY));
        assertEquals("warning", Deck.indicator(Level.URGENT));
        assertEquals("warning", Deck.indicator(Level.SOON));
        assertEquals("info", Deck.indicator(Level.ROUTINE));
    }
}
