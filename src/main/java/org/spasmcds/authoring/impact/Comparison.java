package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.Examination;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.Patient;
import org.spasmcds.Ruleset;
import org.spasmcds.fhir.PatientDocuments;
import org.spasmcds.json.Documents;

/** Asks two versions about one patient after another. Safe to share between threads. */
final class Comparison {
    private final Ruleset older;
    private final Ruleset newer;
    private final PatientDocuments readOlder;
    private final PatientDocuments readNewer;
    private final RuleEdits edits;
    private final Shortcut shortcut;
    private final Instant evaluation;

    Comparison(RuleVersion older, RuleVersion newer, RuleEdits edits, Instant evaluation) {
        shortcut = new Shortcut(older, newer, edits);
        this.older = older.ruleset();
        this.newer = newer.ruleset();
        this.edits = edits;
        this.evaluation = evaluation;
        readOlder = PatientDocuments.of(this.older);
        readNewer = PatientDocuments.of(this.newer);
    }

    Compared compare(Cohort.Document document) {
        try {
            JsonNode parsed = Documents.read(document.text());
            List<Refused> refused = new ArrayList<>();
            Optional<Patient> before = read(readOlder, parsed, Refused.Side.OLD, document, refused);
            Optional<Patient> after = read(readNewer, parsed, Refused.Side.NEW, document, refused);
            if (before.isEmpty() || after.isEmpty()) {
                return Compared.refused(together(refused));
            }
            Examination examination = older.examine(before.get(), evaluation);
            Examined ofOld = new Examined(examination, older.assess(examination));
            return shortcut.answersAlike(examination)
                    ? Compared.alike(ofOld.answer().level())
                    : compare(parsed.path("id").asText(""), document.where(), ofOld, ofNew(after.get()));
        } catch (InvalidPatientException e) {
            return Compared.refused(List.of(new Refused(document.where(), Refused.Side.BOTH, e.getMessage())));
        } catch (RuntimeException e) {
            // A defect of the program must not cost the other patients their comparison; its message could hold
            // patient data.
            return Compared.refused(List.of(new Refused(
                    document.where(),
                    Refused.Side.BOTH,
                    "not assessed, " + e.getClass().getName())));
        }
    }

    private Optional<Patient> read(
            PatientDocuments reader,
            JsonNode parsed,
            Refused.Side side,
            Cohort.Document document,
            List<Refused> refused) {
        try {
            return Optional.of(reader.readOne(parsed, evaluation));
        } catch (InvalidPatientException e) {
            refused.add(new Refused(document.where(), side, e.getMessage()));
            return Optional.empty();
        }
    }

    /** What both versions refuse with the same words is said once. */
    private static List<Refused> together(List<Refused> refused) {
        boolean alike = refused.size() == 2
                && refused.get(0).message().equals(refused.get(1).message());
        return alike
                ? List.of(new Refused(
                        refused.get(0).where(),
                        Refused.Side.BOTH,
                        refused.get(0).message()))
                : List.copyOf(refused);
    }

    private Examined ofNew(Patient patient) {
        Examination examination = newer.examine(patient, evaluation);
        return new Examined(examination, newer.assess(examination));
    }

    private Compared compare(String id, String where, Examined before, Examined after) {
        Shift shift = Shift.of(before.answer().level(), after.answer().level());
        return new Compared(
                Optional.of(shift),
                before.answer().isThatOf(after.answer())
                        ? Optional.empty()
                        : Optional.of(changed(id, where, shift, before, after)),
                List.of(),
                edited(before),
                edited(after));
    }

    private Set<String> edited(Examined examined) {
        return examined.fired().keySet().stream()
                .filter(rule -> edits.of(rule).isPresent())
                .collect(Collectors.toSet());
    }

    private ChangedPatient changed(String id, String where, Shift shift, Examined before, Examined after) {
        Responsibility responsibility = new Responsibility(edits, before, after);
        String was = before.answer().firstExplanation();
        String is = after.answer().firstExplanation();
        return new ChangedPatient(
                id,
                where,
                shift,
                before.answer().notIn(after.answer()),
                after.answer().notIn(before.answer()),
                before.answer().firstAlsoIn(after.answer()),
                was.equals(is) ? List.of() : List.of(was, is),
                responsibility.differences(),
                responsibility.conditions(),
                responsibility.fallenBy(shift));
    }
}
