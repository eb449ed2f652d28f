package org.spasmcds.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.Certainty;
import org.spasmcds.Level;

/**
 * One rule with everything that it states or takes over from the first rule of its file.
 *
 * @param id {@code condition}, or {@code condition.word} for a further clause or an escalation
 * @param title the condition as a reader sees it
 * @param parent the rule whose conditions it extends
 * @param certainty empty for an escalation, which raises the level and leaves the certainty to the rule that it extends
 * @param unless what must not be found for this rule to count
 * @param absorbs findings that are shown as reasons of this one
 * @param ownLine its finding is never absorbed by another
 * @param typical facts that it excludes belong to the typical picture: unknown ones lower the certainty whatever the level
 * @param forChildren its limits are meant for children as well
 * @param attribution the most that can be said of its tie to the complaint, where the condition itself is surer than that
 * @param state it names a state, such as a seizure, for which another finding may give the reason
 * @param version of the file, 1 when it states none
 * @param conditions all conditions, those of the extended rule first
 */
public record Rule(
        String id,
        String title,
        Optional<String> parent,
        String specification,
        List<CauseGroup> groups,
        Level level,
        Optional<Certainty> certainty,
        Strength strength,
        String says,
        List<String> ask,
        List<String> sources,
        Set<String> unless,
        List<Absorption> absorbs,
        boolean ownLine,
        boolean typical,
        boolean forChildren,
        Optional<Certainty> attribution,
        boolean state,
        int version,
        List<Condition> conditions,
        String file,
        int line) {

    /** In {@link #unless()}: any finding of another condition at this level or above. */
    public static final String URGENT_FINDING = "URGENT";

    /** In {@link #unless()}: any finding of another condition at all. */
    public static final String ANY_FINDING = "any";

    /**
     * @param condition the condition whose finding is absorbed
     * @param level when given, it is absorbed only if both findings have this level
     */
    public record Absorption(String condition, Optional<Level> level) {}

    /** The condition that the rule belongs to: its id up to the first dot. */
    public String condition() {
        int dot = id.indexOf('.');
        return dot < 0 ? id : id.substring(0, dot);
    }

    /** The rule without what it says of conditions that are not there. */
    public Rule withoutReferencesTo(Set<String> conditions) {
        return with(
                level,
                unless.stream().filter(each -> !conditions.contains(each)).collect(Collectors.toUnmodifiableSet()),
                absorbs.stream()
                        .filter(each -> !conditions.contains(each.condition()))
                        .toList(),
                this.conditions);
    }

    /** The rule with other conditions, for tools that try what would change. */
    public Rule withConditions(List<Condition> others) {
        return with(level, unless, absorbs, List.copyOf(others));
    }

    /** The rule at another level, for tools that try what would change. */
    public Rule withLevel(Level other) {
        return with(other, unless, absorbs, conditions);
    }

    private Rule with(
            Level otherLevel, Set<String> otherUnless, List<Absorption> otherAbsorbs, List<Condition> otherConditions) {
        return new Rule(
                id,
                title,
                parent,
                specification,
                groups,
                otherLevel,
                certainty,
                strength,
                says,
                ask,
                sources,
                otherUnless,
                otherAbsorbs,
                ownLine,
                typical,
                forChildren,
                attribution,
                state,
                version,
                otherConditions,
                file,
                line);
    }

    /** By the id alone, which equal rules share: rules are keys of maps in every evaluation. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }

    public boolean isRedFlag() {
        return groups.contains(CauseGroup.RED_FLAG);
    }

    public boolean isGeneral() {
        return groups.contains(CauseGroup.GENERAL);
    }
}
