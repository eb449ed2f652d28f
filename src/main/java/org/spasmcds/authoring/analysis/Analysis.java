package org.spasmcds.authoring.analysis;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.spasmcds.Ruleset;
import org.spasmcds.authoring.Accepted;
import org.spasmcds.authoring.Progress;

/**
 * What the rules of a set show when they are looked at together. A finding is proved or shown by a patient; what could not be decided is
 * listed as such.
 *
 * @param rules how many rules were looked at
 * @param findings what should be changed, or accepted with a reason
 * @param notes what may well be meant
 * @param accepted findings that the authors let stand
 * @param undecided questions without an answer
 * @param outdated lines of accepted.csv for which there is no finding any more
 */
public record Analysis(
        int rules,
        List<AnalysisFinding> findings,
        List<AnalysisFinding> notes,
        List<AcceptedFinding> accepted,
        List<String> undecided,
        List<String> outdated) {

    /**
     * @param reason why it stands, in the words of accepted.csv
     */
    public record AcceptedFinding(AnalysisFinding finding, String reason) {}

    /**
     * What to look at.
     *
     * @param texts the files of the rule folder by their path in it
     * @param folder where the cases are, and accepted.csv
     * @param conditions the conditions to look at; the others only stand beside them
     * @param all whether to list what is mostly meant as well
     */
    public record Request(
            Ruleset ruleset, Map<String, String> texts, Path folder, Set<String> conditions, boolean all) {}

    public static Analysis of(Request request, Progress progress) {
        Ruleset ruleset = request.ruleset();
        Entailment entailment = new Entailment(ruleset.vocabulary());
        WitnessSearch witnesses = new WitnessSearch(ruleset, request.folder(), entailment);
        Workbench bench = new Workbench(ruleset, request.texts(), request.conditions(), entailment, witnesses);
        Steps steps = new Steps(progress, request.all() ? 4 : 3);
        List<AnalysisFinding> all = new ArrayList<>();
        Reachability.Result reachable = new Reachability(bench).find(steps.next());
        List<String> undecided = new ArrayList<>(reachable.undecided());
        all.addAll(reachable.findings());
        all.addAll(new Overlaps(bench).find(steps.next()));
        all.addAll(new Gaps(bench).find(steps.next()));
        all.addAll(new Thresholds(bench).find());
        all.addAll(new IdleExceptions(bench).find());
        if (request.all()) {
            Reachability.Result together = new LevelsTogether(bench).find(steps.next());
            all.addAll(together.findings());
            undecided.addAll(together.undecided());
        }
        int rules = (int) bench.rules().stream().filter(bench::isAsked).count();
        boolean whole = rules == bench.rules().size();
        return sorted(rules, all, undecided, Accepted.read(request.folder()), whole, request.all());
    }

    private static Analysis sorted(
            int rules,
            List<AnalysisFinding> all,
            List<String> undecided,
            Accepted accepted,
            boolean whole,
            boolean withNotes) {
        List<AnalysisFinding> findings = new ArrayList<>();
        List<AnalysisFinding> notes = new ArrayList<>();
        List<AcceptedFinding> let = new ArrayList<>();
        for (AnalysisFinding finding : all) {
            Optional<String> reason = finding.note()
                    ? Optional.empty()
                    : accepted.reason(finding.check(), finding.file(), finding.subject());
            if (reason.isPresent()) {
                let.add(new AcceptedFinding(finding, reason.get()));
            } else if (!finding.note()) {
                findings.add(finding);
            } else if (withNotes) {
                notes.add(finding);
            }
        }
        List<String> outdated = whole ? accepted.outdated(Defect.labels()) : List.of();
        return new Analysis(
                rules, List.copyOf(findings), List.copyOf(notes), List.copyOf(let), List.copyOf(undecided), outdated);
    }

    /** How many findings there are of each kind. */
    public Map<Defect, Integer> counts() {
        Map<Defect, Integer> counts = new LinkedHashMap<>();
        for (Defect defect : Defect.values()) {
            counts.put(defect, (int) findings.stream()
                    .filter(finding -> finding.check().equals(defect.label()))
                    .count());
        }
        return counts;
    }

    /** One progress for several runs, each of which takes an equal part. */
    private static final class Steps {
        private static final int PART = 1_000;

        private final Progress progress;
        private final int steps;
        private int step;

        Steps(Progress progress, int steps) {
            this.progress = progress;
            this.steps = steps;
        }

        Progress next() {
            long before = (long) step++ * PART;
            return (done, total) -> progress.reached(before + PART * done / Math.max(1, total), (long) steps * PART);
        }
    }
}
