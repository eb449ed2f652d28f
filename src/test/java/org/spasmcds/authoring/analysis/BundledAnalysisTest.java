package org.spasmcds.authoring.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.spasmcds.Ruleset;
import org.spasmcds.TestRules;
import org.spasmcds.authoring.Progress;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleFiles;

/** What holds for the bundled rules when they are looked at together. */
class BundledAnalysisTest {
    @Test
    @Tag("long")
    void noRuleIsIdleAndNoValueFallsBetweenTheRules() {
        Ruleset ruleset = TestRules.bundled();
        Set<String> conditions = new LinkedHashSet<>();
        ruleset.rules().stream().map(Rule::condition).forEach(conditions::add);
        Analysis analysis = Analysis.of(
                new Analysis.Request(ruleset, RuleFiles.read(TestRules.FOLDER), TestRules.FOLDER, conditions, false),
                Progress.SILENT);
        for (Defect defect : EnumSet.range(Defect.CONFLICT, Defect.UNREACHABLE)) {
            assertEquals(List.of(), SmallFolder.subjects(analysis.findings(), defect), defect.label());
        }
        assertEquals(List.of(), analysis.undecided());
        assertEquals(List.of(), analysis.outdated());
    }
}
