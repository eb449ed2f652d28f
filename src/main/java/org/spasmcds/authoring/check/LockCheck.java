package org.spasmcds.authoring.check;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.spasmcds.Problem;

/** What a rule answers changes only with its version, and a reader can look up why. */
final class LockCheck implements Check {
    private static final String STEP = "version-step";
    private static final String OUTDATED = "lock-outdated";

    @Override
    public Set<String> ids() {
        return Set.of(STEP, OUTDATED);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        Lock lock = Lock.of(folder.folder());
        if (!lock.exists()) {
            return;
        }
        // A file of which a rule could not be read, or whose groups could not, answers otherwise for that reason alone.
        boolean vocabularyBroken =
                folder.folder().problems().stream().map(Problem::file).anyMatch(file -> file.endsWith(".csv"));
        for (RuleText text : vocabularyBroken ? List.<RuleText>of() : folder.wholeTexts()) {
            lock.standings().stream()
                    .filter(standing -> standing.rule().file().equals(text.file()))
                    .forEach(standing -> check(text, standing, report));
        }
        Set<String> files = folder.texts().stream().map(RuleText::name).collect(Collectors.toSet());
        for (Lock.Line line : lock.withoutRule()) {
            if (!files.contains(line.id())) {
                report.add(
                        OUTDATED,
                        new Place(Lock.FILE, line.line(), 1),
                        line.id(),
                        "there is no rule \"" + line.id() + "\"; run rules lock");
            }
        }
    }

    private static void check(RuleText text, Lock.Standing standing, Report report) {
        switch (standing.state()) {
            case NEEDS_STEP, NEEDS_CHANGE ->
                report.add(STEP, text.place(standing.rule(), "version"), standing.id(), standing.demand());
            case NEW ->
                report.add(
                        OUTDATED,
                        text.place(standing.rule()),
                        standing.id(),
                        "\"" + standing.id() + "\" has no line in " + Lock.FILE + "; run rules lock");
            case STEPPED ->
                report.add(
                        OUTDATED,
                        new Place(Lock.FILE, standing.line().orElseThrow().line(), 1),
                        standing.id(),
                        "\"" + standing.id() + "\" is now at version "
                                + standing.rule().version() + "; run rules lock");
            case IN_ORDER -> {}
        }
    }
}
