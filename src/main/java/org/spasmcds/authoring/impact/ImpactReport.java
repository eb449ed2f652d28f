package org.spasmcds.authoring.impact;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What an edit of the rules changes for the patients of a cohort.
 *
 * @param evaluatedAt the time at which every patient was assessed
 * @param levels how many patients moved from which level to which; those that stayed too
 * @param edits the rules that decide otherwise
 * @param files the files whose texts differ
 * @param groups the changed patients by the condition responsible, the gravest fall first
 * @param refused documents that a version refused, as many as were asked for
 * @param seconds how long the comparison took
 */
public record ImpactReport(
        @JsonProperty("old") Version older,
        @JsonProperty("new") Version newer,
        String evaluatedAt,
        Counts counts,
        List<Move> levels,
        List<Edit> edits,
        List<FileDifference> files,
        List<Group> groups,
        List<Refused> refused,
        Signatures signatures,
        double seconds) {

    /** A side of the comparison. */
    public record Version(String origin, int rules, String digest) {
        public String words() {
            return origin + ", " + rules + (rules == 1 ? " rule" : " rules") + ", digest " + digest.substring(0, 12);
        }
    }

    /**
     * Numbers of patients.
     *
     * @param read documents read
     * @param compared those that both versions could read
     * @param changed those with another answer
     * @param risen changed, with a higher level
     * @param fallen changed, with a lower level
     * @param sameLevel changed, with the same level
     */
    public record Counts(
            int read,
            int compared,
            int changed,
            int fallen,
            int risen,
            int sameLevel,
            int refusedByOld,
            int refusedByNew,
            int refusedByBoth) {
        public int refused() {
            return refusedByOld + refusedByNew + refusedByBoth;
        }
    }

    /** Patients with the same levels before and after. */
    public record Move(String from, String to, int patients) {
        public Shift shift() {
            return new Shift(from, to);
        }
    }

    /**
     * A rule that decides otherwise.
     *
     * @param firesInOld the patients for whom it fires in OLD
     * @param firesInNew the patients for whom it fires in NEW
     * @param changed the patients whose answer it is responsible for
     */
    public record Edit(
            String rule, String condition, RuleEdit edit, String file, int firesInOld, int firesInNew, int changed) {}

    /** The lines in which a file differs. */
    public record FileDifference(String file, List<Line> lines) {}

    /**
     * The changed patients for whom the rules of one condition are responsible; a patient may be in several groups.
     *
     * @param file the rule file in NEW, or in OLD when NEW has none
     * @param line where the first rule of the condition stands
     * @param version the {@code @version} in NEW, or {@link SignOffs#REMOVED}
     * @param rules in what way the rules work otherwise, and for how many of the patients
     */
    public record Group(
            String condition,
            String title,
            String file,
            int line,
            String version,
            int patients,
            List<RuleCount> rules,
            List<GroupMove> moves) {}

    /** A rule of a group. */
    public record RuleCount(String rule, FiringDifference.How how, int patients) {}

    /** Patients of a group with the same levels before and after, the first of them in full. */
    public record GroupMove(String from, String to, int patients, List<ChangedPatient> examples) {
        public Shift shift() {
            return new Shift(from, to);
        }
    }

    /**
     * Who signed for the falls.
     *
     * @param signedOff patients whose fall is signed off
     * @param notSignedOff patients whose fall is not
     * @param used the lines that were needed
     * @param notUsed the lines that were not, each with the reason
     * @param toAdd what an author would add to sign off the rest
     */
    public record Signatures(
            String file, int signedOff, int notSignedOff, List<Used> used, List<NotUsed> notUsed, List<ToAdd> toAdd) {}

    /** A signature that was needed. */
    public record Used(SignOff signOff, int patients) {}

    /** A signature that did not help. */
    public record NotUsed(SignOff signOff, String why) {}

    /** A signature that is missing, as a line of the file. */
    public record ToAdd(String line, int patients) {}

    public boolean hasUnsignedFalls() {
        return signatures.notSignedOff() > 0;
    }

    /** How many patients moved like this. */
    public int patients(Shift shift) {
        return levels.stream()
                .filter(move -> move.shift().equals(shift))
                .mapToInt(Move::patients)
                .sum();
    }

    /** Rules that decide otherwise and change no answer: the cohort may be too small to say anything about them. */
    public List<Edit> idle() {
        return edits.stream().filter(edit -> edit.changed() == 0).toList();
    }

    /** How the two versions differ, in words. */
    public String differences() {
        if (files.isEmpty()) {
            return "no rule file and no vocabulary file differs";
        }
        return edits.size() + (edits.size() == 1 ? " rule decides" : " rules decide") + " otherwise, " + files.size()
                + (files.size() == 1 ? " file differs" : " files differ");
    }
}
