package org.spasmcds.authoring.impact;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spasmcds.rule.Rule;

/** Counts compared patients, and keeps of the changed ones as many as will be shown. */
final class Tally {
    private final RuleEdits edits;
    private final Map<String, Rule> before;
    private final Map<String, Rule> after;
    private final int limit;
    private final Signer signer;
    private final Map<Shift, Integer> levels = new HashMap<>();
    private final Map<String, GroupTally> groups = new TreeMap<>();
    private final Map<String, Integer> firesBefore = new HashMap<>();
    private final Map<String, Integer> firesAfter = new HashMap<>();
    private final Map<String, Integer> changedBy = new HashMap<>();
    private final Map<Refused.Side, Integer> refusedBy = new HashMap<>();
    private final List<Refused> refused = new ArrayList<>();
    private int read;
    private int compared;
    private int changed;
    private int fallen;
    private int risen;

    /**
     * @param limit how many examples to keep of each move; 0 keeps all
     */
    Tally(RuleEdits edits, Map<String, Rule> before, Map<String, Rule> after, SignOffs signOffs, int limit) {
        this.edits = edits;
        this.before = before;
        this.after = after;
        this.limit = limit;
        signer = new Signer(signOffs, this::version);
    }

    /** In the order of the cohort, so that the examples are the same on any number of threads. */
    void add(Compared patient) {
        read++;
        patient.firedBefore().forEach(rule -> firesBefore.merge(rule, 1, Integer::sum));
        patient.firedAfter().forEach(rule -> firesAfter.merge(rule, 1, Integer::sum));
        patient.shift().ifPresent(shift -> {
            compared++;
            levels.merge(shift, 1, Integer::sum);
        });
        patient.change().ifPresent(this::add);
        if (!patient.refused().isEmpty()) {
            refusedBy.merge(
                    patient.refused().size() > 1
                            ? Refused.Side.BOTH
                            : patient.refused().get(0).side(),
                    1,
                    Integer::sum);
            patient.refused().stream().filter(any -> hasRoom(refused)).forEach(refused::add);
        }
    }

    private boolean hasRoom(List<?> kept) {
        return limit == 0 || kept.size() < limit;
    }

    private void add(ChangedPatient patient) {
        changed++;
        risen += patient.shift().rose() ? 1 : 0;
        if (patient.shift().fell()) {
            fallen++;
            signer.add(patient.shift(), patient.fallenBy());
        }
        for (String condition : patient.conditions()) {
            groups.computeIfAbsent(condition, any -> new GroupTally()).add(patient, condition);
        }
        patient.rules().stream()
                .filter(difference -> patient.conditions().contains(Responsibility.condition(difference.rule())))
                .forEach(difference -> changedBy.merge(difference.rule(), 1, Integer::sum));
    }

    /** The patients of one condition. */
    private final class GroupTally {
        int patients;
        final Map<ImpactReport.RuleCount, Integer> rules = new LinkedHashMap<>();
        final Map<Shift, Integer> moves = new HashMap<>();
        final Map<Shift, List<ChangedPatient>> examples = new HashMap<>();

        void add(ChangedPatient patient, String condition) {
            patients++;
            moves.merge(patient.shift(), 1, Integer::sum);
            List<ChangedPatient> kept = examples.computeIfAbsent(patient.shift(), any -> new ArrayList<>());
            if (hasRoom(kept)) {
                kept.add(patient);
            }
            patient.rules().stream()
                    .filter(rule -> Responsibility.condition(rule.rule()).equals(condition))
                    .forEach(rule ->
                            rules.merge(new ImpactReport.RuleCount(rule.rule(), rule.how(), 0), 1, Integer::sum));
        }

        Shift gravest() {
            return moves.keySet().stream().min(Shift.GRAVEST_FIRST).orElseThrow();
        }

        ImpactReport.Group report(String condition) {
            Rule rule = after.getOrDefault(condition, before.get(condition));
            return new ImpactReport.Group(
                    condition,
                    rule.title(),
                    rule.file(),
                    rule.line(),
                    version(condition),
                    patients,
                    rules.entrySet().stream()
                            .map(entry -> new ImpactReport.RuleCount(
                                    entry.getKey().rule(), entry.getKey().how(), entry.getValue()))
                            .sorted(Comparator.comparing(ImpactReport.RuleCount::rule)
                                    .thenComparing(ImpactReport.RuleCount::how))
                            .toList(),
                    moves.entrySet().stream()
                            .sorted(Map.Entry.comparingByKey(Shift.GRAVEST_FIRST))
                            .map(move -> new ImpactReport.GroupMove(
                                    move.getKey().from(),
                                    move.getKey().to(),
                                    move.getValue(),
                                    List.copyOf(examples.get(move.getKey()))))
                            .toList());
        }
    }

    private String version(String condition) {
        Rule rule = after.get(condition);
        return rule == null ? SignOffs.REMOVED : Integer.toString(rule.version());
    }

    ImpactReport.Counts counts() {
        return new ImpactReport.Counts(
                read,
                compared,
                changed,
                fallen,
                risen,
                changed - fallen - risen,
                refusedBy.getOrDefault(Refused.Side.OLD, 0),
                refusedBy.getOrDefault(Refused.Side.NEW, 0),
                refusedBy.getOrDefault(Refused.Side.BOTH, 0));
    }

    List<ImpactReport.Move> levels() {
        return levels.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Shift.GRAVEST_FIRST))
                .map(move -> new ImpactReport.Move(
                        move.getKey().from(), move.getKey().to(), move.getValue()))
                .toList();
    }

    List<ImpactReport.Edit> edits() {
        return edits.rules().entrySet().stream()
                .map(edit -> {
                    Rule rule = after.getOrDefault(edit.getKey(), before.get(edit.getKey()));
                    return new ImpactReport.Edit(
                            edit.getKey(),
                            rule.condition(),
                            edit.getValue(),
                            rule.file(),
                            firesBefore.getOrDefault(edit.getKey(), 0),
                            firesAfter.getOrDefault(edit.getKey(), 0),
                            changedBy.getOrDefault(edit.getKey(), 0));
                })
                .toList();
    }

    List<ImpactReport.Group> groups() {
        return groups.entrySet().stream()
                .sorted(Comparator.comparing(
                                (Map.Entry<String, GroupTally> group) ->
                                        group.getValue().gravest(),
                                Shift.GRAVEST_FIRST)
                        .thenComparing(group -> -group.getValue().patients)
                        .thenComparing(Map.Entry::getKey))
                .map(group -> group.getValue().report(group.getKey()))
                .toList();
    }

    List<Refused> refused() {
        return List.copyOf(refused);
    }

    ImpactReport.Signatures signatures() {
        return signer.signatures();
    }
}
