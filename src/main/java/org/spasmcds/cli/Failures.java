package org.spasmcds.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import org.spasmcds.InvalidPatientException;
import org.spasmcds.InvalidRulesetException;
import picocli.CommandLine;

/** Turns failures into one clear message and an exit code that a script can use. */
final class Failures {
    /** Some document or case was refused or failed. */
    static final int REFUSED = 1;
    /** The command line was wrong. */
    static final int USAGE = 2;
    /** The rule folder was refused. */
    static final int RULES = 3;
    /** A level was reached that the caller asked to be told of. */
    static final int LEVEL_REACHED = 10;

    private Failures() {}

    static int report(Exception failure, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
        if (failure instanceof InvalidRulesetException invalid) {
            invalid.problems().forEach(problem -> command.getErr().println(problem));
            command.getErr().println(invalid.problems().size() + " problem(s); the rule set was not loaded.");
            return RULES;
        }
        if (failure instanceof InvalidPatientException) {
            command.getErr().println(failure.getMessage());
            return REFUSED;
        }
        if (failure instanceof UncheckedIOException io) {
            command.getErr().println(reason(io.getCause()));
            return USAGE;
        }
        throw failure;
    }

    /** Why a file cannot be read, for a reader who knows its name. */
    static String reason(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        }
        return failure instanceof CharacterCodingException ? "not UTF-8 text" : String.valueOf(failure.getMessage());
    }
}
