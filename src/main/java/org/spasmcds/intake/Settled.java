package org.spasmcds.intake;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spasmcds.Refusal;
import org.spasmcds.language.Words;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * The entries of a patient that stand at one time: what an examination has corrected is left out, times that cannot be are set aside,
 * and both are reported.
 */
final class Settled {
    /** A clock may be a little ahead, and a date may be a day ahead in another part of the world. */
    private static final double AHEAD_DAYS = 1;

    private final Vocabulary vocabulary;
    private final Words words;
    private final Instant evaluation;
    private final FactSheet sheet;

    private Settled(Vocabulary vocabulary, Words words, Instant evaluation, FactSheet sheet) {
        this.vocabulary = vocabulary;
        this.words = words;
        this.evaluation = evaluation;
        this.sheet = sheet;
    }

    static List<Entry> entries(
            List<Entry> given, Vocabulary vocabulary, Words words, Instant evaluation, FactSheet sheet) {
        Settled settled = new Settled(vocabulary, words, evaluation, sheet);
        Set<String> observed = new HashSet<>();
        for (Entry entry : given) {
            if (entry.isObserved()) {
                observed.add(entry.section() + " " + entry.name());
            }
        }
        List<Entry> standing = new ArrayList<>();
        for (Entry entry : given) {
            boolean corrected = !entry.isObserved()
                    && !entry.name().isEmpty()
                    && observed.contains(entry.section() + " " + entry.name());
            if (corrected) {
                settled.refuse(entry, words.say("refused.corrected"));
            } else if (entry.section() == Section.RESULTS) {
                standing.add(entry);
            } else {
                settled.withPossibleTimes(entry, standing);
            }
        }
        return List.copyOf(standing);
    }

    private void withPossibleTimes(Entry entry, List<Entry> standing) {
        Map<String, Object> values = new LinkedHashMap<>(entry.values());
        for (Map.Entry<String, Object> value : entry.values().entrySet()) {
            if (value.getValue() instanceof When when && when.daysBefore(evaluation) < -AHEAD_DAYS) {
                if (entry.section() == Section.MEDICINES || entry.section() == Section.EXPOSURES) {
                    refuse(entry, future("refused.future.field", value.getKey()));
                    return;
                }
                refuse(entry, future("refused.future.without", value.getKey()));
                values.remove(value.getKey());
            }
        }
        Entry possible = new Entry(entry.section(), entry.path(), entry.name(), values);
        if (days(possible, "ended") > days(possible, "onset")) {
            refuse(entry, words.say("refused.ended"));
            values.remove("ended");
        }
        if (days(possible, "stopped") > days(possible, "start")) {
            refuse(entry, words.say("refused.restarted"));
            values.remove("stopped");
            values.put("status", "active");
        }
        standing.add(new Entry(entry.section(), entry.path(), entry.name(), values));
    }

    private String future(String key, String field) {
        return words.say(key, words.say("field." + field));
    }

    private double days(Entry entry, String field) {
        return entry.when(field).map(when -> when.daysBefore(evaluation)).orElse(Double.NaN);
    }

    private void refuse(Entry entry, String reason) {
        String name = entry.name().isEmpty() ? words.say("fact.spasm") : vocabulary.display(entry.name());
        sheet.refuse(new Refusal(entry.path(), name, reason));
    }
}
