package org.spasmcds.intake;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.fact.Spasm;
import org.spasmcds.language.Words;

/** Makes the facts about cramps, spasms and twitches: one a site, and a symptom of the same kind. */
final class SpasmFacts {
    static final List<String> KINDS = List.of("muscle-cramp", "muscle-spasm", "fasciculation");

    static final Set<String> OTHER_COMPLAINTS =
            Set.of("muscle-pain", "muscle-weakness", "muscle-stiffness", "numbness", "paresthesia");

    /** Spasms in so many of the four regions of the body are generalized [CLIN-CONS]. */
    private static final int GENERALIZED = 3;

    private final Context context;
    private final SymptomFacts symptoms;
    private boolean generalized;

    SpasmFacts(Context context, SymptomFacts symptoms) {
        this.context = context;
        this.symptoms = symptoms;
    }

    void read(List<Entry> entries, boolean complete) {
        Set<String> regions = new HashSet<>();
        for (Entry entry : entries) {
            if (entry.section() == Section.SPASMS && !context.isLongOver(entry)) {
                entry.list("sites").stream().map(context::region).forEach(regions::add);
            }
        }
        regions.remove("");
        generalized = regions.size() >= GENERALIZED;
        for (Entry entry : entries) {
            if (entry.section() == Section.SPASMS) {
                String kind = entry.text("kind").isEmpty() ? KINDS.get(0) : entry.text("kind");
                spasm(entry, kind, entry.list("sites"));
            } else if (KINDS.contains(entry.name()) && entry.statusOr("present").equals("present")) {
                spasm(entry, entry.name(), entry.text("site").isEmpty() ? List.of() : List.of(entry.text("site")));
            }
        }
        for (String kind : complete ? KINDS : List.<String>of()) {
            if (context.states().of(kind) == States.State.UNKNOWN) {
                Origin origin = new Origin.Unlisted(Section.SPASMS);
                context.states().record(kind, "absent", false, origin);
                context.addAbsent(kind, origin);
            }
        }
    }

    private void spasm(Entry entry, String kind, List<String> sites) {
        if (context.isOver(entry, kind)) {
            return;
        }
        double days = context.days(entry, "onset");
        context.states().record(kind, "present", SymptomFacts.isLongStanding(entry, days), new Origin.Given(entry));
        for (String site : sites.isEmpty() ? List.of("") : sites) {
            String distribution = distribution(entry, site);
            context.sheet()
                    .add(
                            new Spasm(
                                    days,
                                    kind,
                                    site,
                                    context.region(site),
                                    entry.text("side"),
                                    distribution,
                                    pattern(entry)),
                            label(kind, site, entry.text("side"), days),
                            new Origin.Given(entry));
        }
        if (entry.section() == Section.SPASMS) {
            // One a site, so that the order in which the sites were named cannot matter.
            (sites.isEmpty() ? List.of("") : sites).forEach(site -> symptoms.add(kind, entry, days, site));
        }
    }

    private String distribution(Entry entry, String site) {
        boolean everywhere = site.equals("whole-body")
                || (generalized && entry.text("distribution").isEmpty());
        return everywhere ? "generalized" : entry.text("distribution");
    }

    private String label(String kind, String site, String side, double days) {
        Words words = context.words();
        String label = context.vocabulary().display(kind);
        if (!site.isEmpty()) {
            String place = context.vocabulary().display(site);
            label = words.say(
                    "fact.site",
                    label,
                    side.isEmpty() ? place : words.say("fact.side", place, words.say("value." + side)));
        }
        return Double.isNaN(days) ? label : words.say("fact.since", label, words.span(days));
    }

    private static Spasm.Pattern pattern(Entry entry) {
        return new Spasm.Pattern(
                entry.yesNo("nocturnal"),
                entry.yesNo("exertional"),
                entry.yesNo("atRest"),
                entry.yesNo("duringDialysis"),
                entry.yesNo("postural"),
                entry.yesNo("painful"),
                entry.yesNo("relievedByStretch"),
                entry.yesNo("stimulusTriggered"),
                entry.yesNo("sustained"),
                entry.yesNo("firstEver"),
                entry.yesNo("limitsActivity"),
                entry.text("trend"),
                entry.number("episodeLength"),
                entry.number("perDay"),
                Double.isNaN(entry.number("perWeek")) ? 7 * entry.number("perDay") : entry.number("perWeek"),
                entry.number("disturbedNightsPerWeek"));
    }

    /**
     * How long ago the complaints of the muscles began, in days: of the spasms or, where none has an onset, of the other muscle
     * symptoms. What is over for long, or absent, does not count.
     */
    List<Double> onsets(List<Entry> entries) {
        List<Double> spasms = onsetsOf(entries.stream()
                .filter(entry -> entry.section() == Section.SPASMS || KINDS.contains(entry.name()))
                .toList());
        return spasms.isEmpty()
                ? onsetsOf(entries.stream().filter(this::isOtherComplaint).toList())
                : spasms;
    }

    private boolean isOtherComplaint(Entry entry) {
        return OTHER_COMPLAINTS.contains(entry.name())
                || context.vocabulary().ancestors(entry.name()).stream().anyMatch(OTHER_COMPLAINTS::contains);
    }

    private List<Double> onsetsOf(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> entry.statusOr("present").equals("present"))
                .filter(entry -> !context.isLongOver(entry))
                .map(entry -> context.days(entry, "onset"))
                .filter(days -> !Double.isNaN(days))
                .toList();
    }
}
