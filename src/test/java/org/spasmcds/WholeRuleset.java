package org.spasmcds;

import java.util.List;
import org.spasmcds.language.TranslationFiles;
import org.spasmcds.rule.Rule;
import org.spasmcds.vocabulary.Vocabulary;

/** A rule set of given rules that shares nothing with any other. */
public final class WholeRuleset {
    private WholeRuleset() {}

    public static Ruleset of(Vocabulary vocabulary, List<Rule> rules) {
        return new Ruleset(vocabulary, rules, TranslationFiles.none(), "whole", "");
    }
}
