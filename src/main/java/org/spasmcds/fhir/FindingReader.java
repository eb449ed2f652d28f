package org.spasmcds.fhir;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;

/** Reads whether something is there: a symptom, a sign, a diagnosis, an exposure, as a question that was answered with yes or no. */
final class FindingReader {
    /** A denial says what is now for so many days. */
    private static final double DENIAL_DAYS = 1;
    /** Of a state that lasts, such as not being pregnant. */
    private static final double STATE_DENIAL_DAYS = 14;
    /** What was seen within so many days is there now. */
    private static final double NOW_DAYS = 1;

    private final Scope scope;
    private final Details details;

    FindingReader(Scope scope) {
        this.scope = scope;
        details = new Details(scope);
    }

    /** By the answer to the question whether it is there. */
    void read(Element element, Name name, Codes.Match match) {
        Optional<String> status = Answers.status(element);
        if (status.isEmpty()) {
            String told = element.absentReason().isEmpty() ? element.valueElement() : element.absentReason();
            UnusedReason reason = element.hasValue() ? UnusedReason.UNKNOWN_VALUE : UnusedReason.NO_VALUE;
            scope.unused(element.from(), match.code(), reason, told);
        } else {
            add(element, name, match, status.get(), "");
        }
    }

    /** By a name that was the answer. */
    void add(Element element, Name name, Codes.Match match, String status, String note) {
        Optional<Section> section = Section.of(name.kind());
        if (section.isEmpty() || section.get() == Section.RESULTS || section.get() == Section.MEDICINES) {
            scope.unused(element.from(), match.code(), UnusedReason.UNKNOWN_VALUE, name.display());
            return;
        }
        if (element.at().filter(scope.times()::isInFuture).isPresent()) {
            scope.unused(element.from(), match.code(), UnusedReason.IN_THE_FUTURE);
            return;
        }
        double days = element.at().map(scope.times()::daysAgo).orElse(0.0);
        if (status.equals("absent") && days > (name.kind() == Kind.CONDITION ? STATE_DENIAL_DAYS : DENIAL_DAYS)) {
            scope.unused(element.from(), match.code(), UnusedReason.OUT_OF_WINDOW, "denied then");
            return;
        }
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", status);
        if (section.get() == Section.SYMPTOMS) {
            site(element).ifPresent(site -> values.put("site", site));
            if (element.observed()) {
                values.put("observed", true);
            }
        }
        if (status.equals("present") && days > NOW_DAYS) {
            element.at().ifPresent(at -> lastSeen(section.get(), values, at));
        }
        values.putAll(details.read(element.json(), section.get()));
        scope.collected()
                .add(details.spasm(
                        new Found(section.get(), name.id(), values, element.from(), match.code(), note, element.at())));
    }

    /** Whether it lasted is not known; so it counts as long as if it had ended then. */
    private static void lastSeen(Section section, Map<String, Object> values, When at) {
        if (section == Section.SYMPTOMS) {
            values.put("ended", at);
        } else if (section == Section.EXPOSURES) {
            values.put("last", at);
        }
    }

    private Optional<String> site(Element element) {
        return scope.codes().site(element.get("bodySite"));
    }
}
