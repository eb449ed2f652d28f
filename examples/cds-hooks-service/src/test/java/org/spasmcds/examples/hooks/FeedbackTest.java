package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spasmcds.examples.hooks.card.Card;
import org.spasmcds.examples.hooks.card.Shown;
import org.spasmcds.examples.hooks.feedback.Feedback;
import org.spasmcds.examples.hooks.feedback.FeedbackReport;
import org.spasmcds.examples.hooks.feedback.FeedbackStore;
import org.spasmcds.examples.hooks.feedback.RuleFeedback;

class FeedbackTest {
    private static final Instant NOW = Running.NOW;

    @TempDir
    private Path folder;

    private Running service;

    @BeforeEach
    void start() {
        service = Running.open();
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private String shownCard() {
        return service.cards("spasm-patient-view", new Chart().potassium(2.2).view())
                .path(0)
                .path("uuid")
                .asText();
    }

    private HttpResponse<String> send(Object... entries) {
        return service.post(
                "/cds-services/spasm-patient-view/feedback", Running.text(Map.of("feedback", List.of(entries))));
    }

    private static Map<String, Object> overridden(String card, String time) {
        return Map.of(
                "card",
                card,
                "outcome",
                "overridden",
                "overrideReason",
                Map.of(
                        "reason",
                        Map.of("code", "known", "system", "urn:spasm-cds:override-reason"),
                        "userComment",
                        "Mrs. Miller is on the list"),
                "outcomeTimestamp",
                time);
    }

    private static Map<String, Object> accepted(String card, String time) {
        return Map.of(
                "card",
                card,
                "outcome",
                "accepted",
                "acceptedSuggestions",
                List.of(Map.of("id", "s1")),
                "outcomeTimestamp",
                time);
    }

    private String report() {
        return service.get("/feedback-report").body();
    }

    private void stored(int count, HttpResponse<String> response) {
        assertEquals(200, response.statusCode(), response.body());
        assertEquals("{\"stored\":" + count + "}", response.body());
    }

    @Test
    void overridesAreCountedForTheRulesOfTheCard() {
        stored(2, send(overridden(shownCard(), "2026-01-15T12:01:00Z"), accepted(shownCard(), "2026-01-15T12:01:00Z")));
        shownCard();
        String report = report();
        assertTrue(
                report.contains("{\"rule\":\"hypokalemia-severe\",\"shown\":3,\"accepted\":1,\"overridden\":1,"
                        + "\"overrideRate\":0.5,\"reasons\":{\"known\":1}}"),
                report);
    }

    @Test
    void theSameFeedbackSentAgainCountsOnceAndTheLastOutcomeCounts() {
        String card = shownCard();
        for (int i = 0; i < 3; i++) {
            assertEquals(200, send(overridden(card, "2026-01-15T12:01:00Z")).statusCode());
        }
        assertTrue(report().contains("\"shown\":1,\"accepted\":0,\"overridden\":1"), report());
        send(accepted(card, "2026-01-15T12:09:00Z"));
        assertTrue(report().contains("\"shown\":1,\"accepted\":1,\"overridden\":0"), report());
        send(overridden(card, "2026-01-15T12:05:00Z"));
        assertTrue(report().contains("\"shown\":1,\"accepted\":1,\"overridden\":0"), report());
    }

    @Test
    void feedbackOnACardThatWasNeverShownIsNotStored() {
        stored(0, send(overridden("d1577c69-dfbe-44ad-ba6d-3e05e953b2ea", "2026-01-15T12:01:00Z")));
        assertEquals("{\"rules\":[]}", report());
    }

    @Test
    void aWrongEntryRefusesAll() {
        String card = shownCard();
        Map<String, Object> right = overridden(card, "2026-01-15T12:01:00Z");
        for (Map<String, Object> wrong : List.<Map<String, Object>>of(
                Map.of("outcome", "overridden", "outcomeTimestamp", "2026-01-15T12:01:00Z"),
                Map.of("card", card, "outcome", "ignored", "outcomeTimestamp", "2026-01-15T12:01:00Z"),
                Map.of("card", card, "outcome", "accepted", "outcomeTimestamp", "2026-01-15T12:01:00Z"),
                Map.of("card", card, "outcome", "overridden", "outcomeTimestamp", "yesterday"),
                Map.of("card", card, "outcome", "overridden"))) {
            assertEquals(400, send(right, wrong).statusCode(), wrong.toString());
        }
        assertEquals(
                400,
                service.post("/cds-services/spasm-patient-view/feedback", "{\"feedback\":[]}")
                        .statusCode());
        assertTrue(report().contains("\"overridden\":0"), report());
    }

    @Test
    void anOverrideNeedsNoReason() {
        stored(
                1,
                send(Map.of("card", shownCard(), "outcome", "overridden", "outcomeTimestamp", "2020-12-11T00:00:00Z")));
        assertTrue(report().contains("\"reasons\":{\"none\":1}"), report());
    }

    private static Shown shown(String uuid) {
        Card card = new Card(uuid, "s", "d", "info", new Card.Source("l", "u"), List.of(), "", List.of(), List.of());
        return new Shown(card, List.of("a", "b"), "digest");
    }

    private static Feedback override(String card) {
        return new Feedback(
                card, Feedback.Outcome.OVERRIDDEN, List.of(), Optional.empty(), Optional.of("Mrs. Miller"), NOW);
    }

    private static Clock at(Instant time) {
        return Clock.fixed(time, ZoneOffset.UTC);
    }

    @Test
    void aFileKeepsFeedbackAndIsReadWhileTheServiceRuns() throws IOException {
        String file = folder.resolve("feedback.db").toString();
        try (FeedbackStore first = FeedbackStore.open(file, false, 365, at(NOW))) {
            first.shown("spasm-patient-view", shown("u1"));
            assertEquals(1, first.store(List.of(override("u1"))));
            try (FeedbackStore reader = FeedbackStore.existing(file, at(NOW))) {
                assertEquals(
                        List.of("a", "b"),
                        reader.report().stream().map(RuleFeedback::rule).toList());
            }
        }
        try (FeedbackStore again = FeedbackStore.open(file, false, 365, at(NOW))) {
            String table = FeedbackReport.text(again.report());
            assertTrue(table.contains("100 %  none 1"), table);
        }
    }

    @Test
    void cardsOlderThanTheLimitAreForgotten() throws IOException {
        String file = folder.resolve("old.db").toString();
        try (FeedbackStore store = FeedbackStore.open(file, false, 30, at(NOW))) {
            store.shown("spasm-patient-view", shown("u1"));
            store.store(List.of(override("u1")));
        }
        try (FeedbackStore day30 = FeedbackStore.open(file, false, 30, at(NOW.plus(Duration.ofDays(30))))) {
            assertEquals(2, day30.report().size());
        }
        try (FeedbackStore later = FeedbackStore.open(
                file, false, 30, at(NOW.plus(Duration.ofDays(30)).plusMillis(1)))) {
            assertEquals(List.of(), later.report());
        }
    }

    @Test
    void whatAClinicianWroteIsStoredOnlyWhenAskedFor() throws Exception {
        for (boolean keep : List.of(false, true)) {
            String file = folder.resolve("comments-" + keep + ".db").toString();
            try (FeedbackStore store = FeedbackStore.open(file, keep, 30, at(NOW))) {
                store.shown("spasm-patient-view", shown("u1"));
                store.store(List.of(override("u1")));
            }
            String bytes = new String(
                    java.nio.file.Files.readAllBytes(Path.of(file)), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertEquals(keep, bytes.contains("Miller"));
            assertFalse(bytes.isEmpty());
        }
    }
}
