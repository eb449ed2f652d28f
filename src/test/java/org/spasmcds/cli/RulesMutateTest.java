package org.spasmcds.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.spasmcds.authoring.mutation.MutationReport;

class RulesMutateTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    }

    @Test
    void jsonIsAReportThatCanBeReadAgain() {
        assertEquals(0, run("rules", "mutate", "hypokalemia-severe", "--format", "json"));
        MutationReport report = MutationReport.parse(out.toString());
        assertTrue(report.of("hypokalemia-severe").orElseThrow().mutants() > 30, out.toString());
    }

    @Test
    void aMinimumThatIsNotReachedIsTheExitCode() {
        assertEquals(1, run("rules", "mutate", "hypokalemia-severe", "--minimum", "100.1"));
        assertTrue(out.toString().contains("level moved"), out.toString());
    }

    @Test
    void anUnknownConditionIsWrongUsage() {
        assertEquals(2, run("rules", "mutate", "hypokalemia-sever"));
        assertTrue(err.toString().contains("\"hypokalemia-sever\" is no condition of these rules"), err.toString());
    }
}
