package org.spasmcds;

import java.util.List;
import java.util.Set;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;

/** A rule that fired for a patient, with the level and certainty that remain after every cap. */
record Clause(
        Rule rule, Level level, Certainty certainty, Set<Object> facts, List<Condition> assumed, List<String> doubts) {}
