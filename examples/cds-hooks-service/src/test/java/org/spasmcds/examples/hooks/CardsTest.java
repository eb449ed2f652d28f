package org.spasmcds.examples.hooks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CardsTest {
    private static Running service;

    @BeforeAll
    static void start() {
        service = Running.open();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static Chart statin() {
        return new Chart().cramp().takes("36567", "simvastatin");
    }

    private static JsonNode view(Chart chart) {
        return service.cards("spasm-patient-view", chart.view());
    }

    private static JsonNode sign(Chart chart) {
        return service.cards("spasm-order-sign", chart.sign());
    }

    private static JsonNode only(JsonNode cards) {
        assertEquals(1, cards.size(), cards.toString());
        return cards.path(0);
    }

    @Test
    void clarithromycinBesideAStatinInSomebodyWithCrampsIsUrgent() {
        JsonNode card = only(sign(statin().draft("21212", "clarithromycin")));
        assertEquals("warning", card.path("indicator").asText());
        assertEquals(
                "Urgent: Statin with an interacting medicine (order: clarithromycin)",
                card.path("summary").asText());
        assertTrue(
                card.path("detail").asText().contains("- clarithromycin (medicine that raises statin levels)"),
                card.toString());
        assertEquals(
                "Order creatine kinase",
                card.path("suggestions").path(0).path("label").asText());
    }

    @Test
    void theStatinIsFoundAsWellWhereItIsTheOneBeingOrdered() {
        Chart chart = new Chart().cramp().takes("21212", "clarithromycin").draft("36567", "simvastatin");
        assertTrue(only(sign(chart)).path("summary").asText().contains("(order: simvastatin)"));
    }

    @Test
    void aDiureticWithALowPotassiumIsShownWithAndWithoutCramps() {
        for (Chart chart : List.of(new Chart(), new Chart().cramp())) {
            JsonNode card = only(sign(chart.potassium(2.8).draft("5487", "hydrochlorothiazide")));
            assertTrue(
                    card.path("summary")
                            .asText()
                            .matches("Urgent: Moderate hypokalemia.* [(]order: hydrochlorothiazide[)]"),
                    card.toString());
            assertTrue(
                    card.path("detail").asText().contains("With this order: A salt in the blood is low"),
                    card.toString());
        }
    }

    @Test
    void aFactIsToldOnceWithTheLimitOfTheGravestReason() {
        String detail = sign(new Chart().cramp().potassium(2.4).draft("5487", "hydrochlorothiazide"))
                .path(0)
                .path("detail")
                .asText();
        assertTrue(detail.contains("is below 2.5 mmol/L"), detail);
        assertEquals(1, detail.split("potassium 2.4", -1).length - 1, detail);
    }

    @Test
    void anOrderThatTouchesNoFindingIsNotCommentedOn() {
        assertEquals(
                0,
                sign(new Chart().cramp().potassium(2.8).draft("161", "acetaminophen"))
                        .size());
        assertEquals(
                0,
                sign(new Chart().potassium(4.1).draft("5487", "hydrochlorothiazide"))
                        .size());
        assertEquals(0, sign(new Chart().cramp().potassium(2.2)).size());
    }

    @Test
    void ofSeveralDraftsOnlyTheSelectedOnesAreLookedAt() {
        Chart chart = statin().draft("161", "acetaminophen").draft("21212", "clarithromycin");
        assertEquals(
                0,
                service.cards("spasm-order-select", chart.select("MedicationRequest/d0"))
                        .size());
        only(service.cards("spasm-order-select", chart.select("MedicationRequest/d1")));
    }

    @Test
    void anotherDraftOfTheSessionCountsAsTaken() {
        Chart chart = new Chart().cramp().draft("36567", "simvastatin").draft("21212", "clarithromycin");
        assertTrue(only(service.cards("spasm-order-select", chart.select("MedicationRequest/d1")))
                .path("summary")
                .asText()
                .contains("(order: clarithromycin)"));
    }

    @Test
    void aDraftInTheChartOfAnotherSessionDoesNotCount() {
        Map<String, Object> request =
                new Chart().cramp().draft("21212", "clarithromycin").sign();
        @SuppressWarnings("unchecked")
        Map<String, Object> prefetch = (Map<String, Object>) request.get("prefetch");
        prefetch.put("medications", statinDraft());
        assertEquals(0, service.cards("spasm-order-sign", request).size());
    }

    @SuppressWarnings("unchecked")
    private static Object statinDraft() {
        Map<String, Object> context = (Map<String, Object>)
                new Chart().draft("36567", "simvastatin").sign().get("context");
        JsonNode orders = Json.object(Json.bytes(context.get("draftOrders")));
        ((com.fasterxml.jackson.databind.node.ObjectNode)
                        orders.path("entry").path(0).path("resource"))
                .put("id", "elsewhere");
        return orders;
    }

    @Test
    void anEmergencyIsCriticalAndAtMostOneCardIs() {
        JsonNode card = only(view(new Chart().potassium(2.4)));
        assertEquals("critical", card.path("indicator").asText());
        assertEquals("Emergency: Severe hypokalemia", card.path("summary").asText());
        JsonNode many = view(statin().takes("21212", "clarithromycin")
                .potassium(2.2)
                .result("2000-8", "Calcium", 1.5, "mmol/L")
                .result("2951-2", "Sodium", 112, "mmol/L")
                .result("2157-6", "Creatine kinase", 40000, "U/L"));
        assertEquals(2, many.size(), many.toString());
        assertEquals("critical", many.path(0).path("indicator").asText());
        assertTrue(
                many.path(0).path("summary").asText().matches("Emergency: .* and \\d more"),
                many.path(0).toString());
        assertFalse(many.path(1).path("indicator").asText().equals("critical"));
    }

    @Test
    void theIndicatorFollowsTheLevel() {
        assertEquals(
                "critical",
                only(view(new Chart().potassium(2.4))).path("indicator").asText());
        assertEquals(
                "warning",
                only(view(new Chart().potassium(2.5))).path("indicator").asText());
    }

    @Test
    void withoutACrampOnlyWhatNeedsSomeoneWithinDaysIsShown() {
        assertEquals(0, view(new Chart()).size());
        assertEquals(
                0,
                view(new Chart().potassium(4.1).takes("36567", "simvastatin")).size());
        assertEquals(0, view(new Chart().cramp()).size());
        JsonNode card =
                only(view(new Chart().cramp().condition("http://snomed.info/sct", "19943007", "Cirrhosis of liver")));
        assertEquals("info", card.path("indicator").asText());
        assertTrue(card.path("summary").asText().startsWith("Routine: "), card.toString());
    }

    @Test
    void nothingIsShownForTheDead() {
        Map<String, Object> request = new Chart().potassium(2.2).view();
        @SuppressWarnings("unchecked")
        Map<String, Object> patient =
                (Map<String, Object>) ((Map<String, Object>) request.get("prefetch")).get("patient");
        patient.put("deceasedDateTime", "2026-01-14");
        assertEquals(0, service.cards("spasm-patient-view", request).size());
    }

    @Test
    void whatIsOnRecordAndNotUsedIsSaid() {
        String detail = only(view(new Chart().potassium(2.2).result("2601-3", "Magnesium", 0.5, "stones")))
                .path("detail")
                .asText();
        assertTrue(detail.contains("On record and not used:\n\n- Observation/o1: the unit is not known"), detail);
    }

    @Test
    void everyCardHasTheFormOfCdsHooks() {
        List<JsonNode> cards = new ArrayList<>();
        view(statin().potassium(2.2)).forEach(cards::add);
        view(new Chart().cramp().condition("http://snomed.info/sct", "19943007", "Cirrhosis of liver"))
                .forEach(cards::add);
        sign(statin().draft("21212", "clarithromycin")).forEach(cards::add);
        Set<String> ids = new HashSet<>();
        for (JsonNode card : cards) {
            assertTrue(card.path("summary").asText().length() < 140);
            assertTrue(ids.add(card.path("uuid").asText()));
            assertFalse(card.path("source").path("label").asText().isEmpty());
            assertTrue(card.path("source").path("url").asText().startsWith("http"));
            assertEquals(card.has("suggestions"), card.has("selectionBehavior"));
            card.path("overrideReasons")
                    .forEach(reason ->
                            assertFalse(reason.path("display").asText().isEmpty()));
            card.path("links")
                    .forEach(link -> assertEquals("absolute", link.path("type").asText()));
            noneIsEmpty(card);
            for (JsonNode suggestion : card.path("suggestions")) {
                assertTrue(ids.add(suggestion.path("uuid").asText()));
                JsonNode order = suggestion.path("actions").path(0).path("resource");
                assertEquals("draft", order.path("status").asText());
                assertEquals(
                        "Patient/p1", order.path("subject").path("reference").asText());
                assertTrue(order.path("code")
                        .path("coding")
                        .path(0)
                        .path("code")
                        .asText()
                        .matches("\\d+-\\d"));
            }
        }
        assertTrue(cards.size() >= 3);
    }

    private static void noneIsEmpty(JsonNode node) {
        assertFalse(
                node.isNull()
                        || node.isContainerNode() && node.isEmpty()
                        || node.isTextual() && node.asText().isEmpty(),
                node.toString());
        node.forEach(CardsTest::noneIsEmpty);
    }

    @Test
    void aSummaryStaysShortHoweverManyMedicinesAreOrdered() {
        Chart chart = new Chart().cramp().potassium(2.8);
        List.of("5487", "4603", "2409", "5764", "6916", "38413", "36567", "83367", "301542", "21212")
                .forEach(code -> chart.draft(code, ""));
        String summary = only(sign(chart)).path("summary").asText();
        assertTrue(summary.length() > 100 && summary.length() < 140, summary);
    }

    @Test
    void noCardTellsAnyoneToStopAMedicine() {
        for (JsonNode card : sign(statin().draft("21212", "clarithromycin"))) {
            String text = card.toString().replace("Do not change or stop a prescribed medicine", "");
            assertFalse(text.matches("(?is).*\\b(stop|discontinue|cease) (taking|the|this|using)\\b.*"), text);
        }
    }

    @Test
    void aTestOnRecordIsNotSuggestedAgain() {
        Chart chart = statin().draft("21212", "clarithromycin").result("2157-6", "Creatine kinase", 100, "U/L");
        for (JsonNode card : sign(chart)) {
            assertFalse(card.path("suggestions").toString().contains("2157-6"), card.toString());
        }
    }
}
