package org.spasmcds.examples.hooks.prefetch;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spasmcds.examples.hooks.hook.HookContext;

/** A prefetch template. */
record Template(String key, String query) {
    private static final Pattern COUNT = Pattern.compile("[?&]_count=(\\d+)");

    /** The query for a call; empty when the context lacks what it asks about. The ids were checked when the request was read. */
    Optional<String> fill(HookContext context) {
        String filled = query.replace("{{context.patientId}}", context.patientId());
        if (context.encounterId().isPresent()) {
            filled = filled.replace(
                    "{{context.encounterId}}", context.encounterId().get());
        }
        return Optional.of(filled).filter(text -> !text.contains("{{"));
    }

    /** How many resources are wanted. */
    int count() {
        Matcher found = COUNT.matcher(query);
        return found.find() ? Integer.parseInt(found.group(1)) : 1;
    }
}
