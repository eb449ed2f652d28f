package org.spasmcds.fhir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What of some resources belongs to one patient. */
final class Share {
    private final String reference;
    private final List<Resource> resources = new ArrayList<>();
    private Resource person;

    Share(String reference) {
        this.reference = reference;
    }

    /** The shares in the order of the Patient resources. What names nobody belongs to the only patient there is, else to nobody. */
    static List<Share> of(Resources resources) {
        Map<String, Share> shares = new LinkedHashMap<>();
        for (Resource each : resources.all()) {
            if (each.type().equals("Patient")) {
                shares.computeIfAbsent(each.reference(), Share::new).person = each;
            }
        }
        List<Resource> unnamed = new ArrayList<>();
        for (Resource each : resources.all()) {
            if (each.type().equals("Patient")) {
                continue;
            }
            Optional<String> subject = each.subject().map(subjectOf -> resources.target(each, subjectOf));
            if (subject.isEmpty()) {
                unnamed.add(each);
            } else {
                shares.computeIfAbsent(subject.get(), Share::new).resources.add(each);
            }
        }
        if (shares.isEmpty() && !unnamed.isEmpty()) {
            shares.put("", new Share(""));
        }
        if (shares.size() == 1) {
            shares.values().iterator().next().resources.addAll(unnamed);
        }
        return List.copyOf(shares.values());
    }

    /** The name of the patient; empty when nothing names it. */
    String reference() {
        return reference;
    }

    boolean hasPerson() {
        return person != null;
    }

    Optional<Resource> person() {
        return Optional.ofNullable(person);
    }

    /** All but the Patient resource. */
    List<Resource> resources() {
        return resources;
    }
}
