package org.spasmcds.authoring.analysis;

import java.util.List;
import java.util.Map;

/**
 * Something that the rules show when they are looked at together.
 *
 * @param check the label of a {@link Defect}
 * @param note it may well be meant, and fails nothing
 * @param rules the rules concerned, the one to look at first
 * @param file where to look, relative to the rule folder
 * @param column counted from 1
 * @param subject what accepted.csv names; holds no line number
 * @param given a patient who shows it, in the words of a case; empty where none can
 * @param patient the same patient as a patient document
 */
public record AnalysisFinding(
        String check,
        boolean note,
        List<String> rules,
        String file,
        int line,
        int column,
        String subject,
        String message,
        String given,
        Map<String, Object> patient) {}
