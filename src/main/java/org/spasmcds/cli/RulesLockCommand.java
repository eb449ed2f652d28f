package org.spasmcds.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.spasmcds.InvalidRulesetException;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.authoring.check.Lock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Records the version of every changed rule, if each has a version step and a line in the changelog. */
@Command(
        name = "lock",
        description =
                "Records the version of every changed rule, if each has a version step and a line in the changelog.",
        mixinStandardHelpOptions = true)
final class RulesLockCommand implements Callable<Integer> {
    @Mixin
    private RuleFolderOptions rules;

    @Spec
    private CommandSpec command;

    /**
     * @throws InvalidRulesetException when the folder does not load: what its rules answer is not known then
     */
    @Override
    public Integer call() {
        rules.refuseBundled();
        RuleFolder folder = rules.folder();
        if (!folder.problems().isEmpty()) {
            throw new InvalidRulesetException(folder.problems());
        }
        Lock lock = Lock.of(folder);
        boolean isNew = !lock.exists();
        PrintWriter out = command.commandLine().getOut();
        if (isNew || lock.changes() > 0) {
            lock.write();
        }
        List<String> refused = lock.refused();
        refused.forEach(each -> out.println(rules.path() + "/" + each));
        String file = rules.path().resolve(Lock.FILE).toString();
        if (isNew) {
            out.println(file + " written: " + lock.size() + " conditions.");
        } else {
            out.println(file + ": " + lock.changes() + " of " + lock.size() + " lines changed"
                    + (refused.isEmpty() ? "." : ", " + refused.size() + " refused."));
        }
        out.flush();
        return refused.isEmpty() ? 0 : Failures.REFUSED;
    }
}
