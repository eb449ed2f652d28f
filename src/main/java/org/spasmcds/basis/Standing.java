package org.spasmcds.basis;

import java.util.Map;
import java.util.Optional;
import org.spasmcds.Level;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/**
 * How the rules stand for a patient.
 *
 * @param level the level of the assessment
 * @param clauses the rules that fired, each with the level that remained after grading, before other findings exclude it
 * @param staleClauses the same for rules that fire only when values too old to count are taken for current
 * @param now reads the facts
 * @param withStale reads them with those old values; empty where there are none
 */
public record Standing(
        Optional<Level> level,
        Map<Rule, Level> clauses,
        Map<Rule, Level> staleClauses,
        Interpreter now,
        Optional<Interpreter> withStale) {}
