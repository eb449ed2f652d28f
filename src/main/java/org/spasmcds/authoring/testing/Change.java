package org.spasmcds.authoring.testing;

import java.util.Optional;
import org.spasmcds.rule.Interpreter;
import org.spasmcds.rule.Rule;

/** One rule before and after an edit; empty where there was none, or is none any more. */
record Change(Optional<Rule> before, Optional<Rule> after) {
    /** Whether the edit can change the answer for a patient. */
    boolean matters(Interpreter interpreter) {
        if (before.filter(interpreter::fires).isPresent()
                || after.filter(interpreter::fires).isPresent()) {
            return true;
        }
        return before.isPresent()
                && after.isPresent()
                && interpreter.truth(before.get()) != interpreter.truth(after.get());
    }
}
