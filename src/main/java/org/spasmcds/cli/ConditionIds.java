package org.spasmcds.cli;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spasmcds.rule.RuleIds;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which conditions a command is about. */
final class ConditionIds {
    @Parameters(paramLabel = "ID", arity = "0..*", description = "Conditions, as their files are named (default: all).")
    private List<String> ids = List.of();

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    /**
     * The ids as given.
     *
     * @param known the ids that there are
     * @throws ParameterException when one is not known
     */
    Set<String> among(List<String> known) {
        for (String id : ids) {
            if (!known.contains(id)) {
                List<String> near = RuleIds.near(id, known);
                throw new ParameterException(
                        command.commandLine(),
                        "\"" + id + "\" is not the id of a condition"
                                + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
            }
        }
        return new LinkedHashSet<>(ids);
    }
}
