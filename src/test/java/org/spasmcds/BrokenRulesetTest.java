package org.spasmcds;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A rule folder that is wrong in any way is refused as a whole, with file, line and what is allowed there. */
class BrokenRulesetTest {
    private static final String RULE = """
            package rules

            import org.spasmcds.fact.*

            rule "sample"
                @cause("none")
                @level("ROUTINE")
                @certainty("POSSIBLE")
                @says("A sample.")
                @source("CLIN-CONS")
            when
                Symptom( name == "muscle-cramp", present )
                Result( test == "potassium", current, value < 3.5 )   // mmol/L [CLIN-CONS]
            then
            end
            """;

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Problem refused() {
        InvalidRulesetException refused =
                assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWith(folder, Set.of()));
        return refused.problems().get(0);
    }

    @Test
    void theSampleItselfIsAccepted() throws IOException {
        write("sample.drl", RULE);
        assertEquals(
                "bundled + " + folder.getFileName(),
                Ruleset.bundledWith(folder, Set.of()).identity().version());
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "value < 3.5 | valeu < 3.5 | 13 | \"valeu\" is no property of Result; allowed: ",
                "value < 3.5 | value == \"low\" | 13 | value is a number; allowed: ",
                "name == \"muscle-cramp\" | name == 3 | 12 | name is a text; allowed: ",
                "present ) | present == \"yes\" ) | 12 | present is recorded or not; allowed: present or !present",
                "muscle-cramp | muscle-crampp | 12 | \"muscle-crampp\" is no symptom or sign of vocabulary.csv; did you mean muscle-cramp",
                "\"potassium\" | \"potasium\" | 13 | \"potasium\" is no test of tests.csv; did you mean potassium",
                "Symptom( | Symptm( | 12 | \"Symptm\" is no fact; allowed: Patient, Spasm, Symptom",
                "current, | '' | 13 | a result of any age; say current",
                "@level(\"ROUTINE\") | @level(\"ROUTINELY\") | 7 | @level \"ROUTINELY\"; allowed: SELF_CARE, ROUTINE",
                "@level(\"ROUTINE\") | '' | 5 | has no @level",
                "@certainty(\"POSSIBLE\") | @certainty(POSSIBLE) | 8 | @certainty; allowed is one quoted text",
                "@cause(\"none\") | @cause(\"nothing\") | 6 | cause \"nothing\"; allowed: dehydration",
                "@says(\"A sample.\") | @says(\"A sample.\") @say(\"x\") | 9 | @say; allowed: @title",
                "@source(\"CLIN-CONS\") | @source(\"NOWHERE\") | 10 | source \"NOWHERE\" is not an id of sources.csv",
                "rule \"sample\" | rule \"sampel\" | 5 | rule \"sampel\"; allowed in this file: sample and sample.word",
                "package rules | package other | 1 | package \"other\"; allowed in this folder: rules",
                "package rules | package rules package more | 1 | ",
                "import org.spasmcds.fact.* | import java.util.List | 3 | import java.util.List; allowed: org.spasmcds.fact.*",
                "import org.spasmcds.fact.* | '' | 1 | no import; every rule file imports",
                "then | then System.exit(1); | 14 | text between then and end",
                "then | then / / System.exit(1); | 16 | text between then and end",
                "import org.spasmcds.fact.* | import org.spasmcds.fact.* / global java.util.List found | 4 | a global, function or declared type",
                "import org.spasmcds.fact.* | import org.spasmcds.fact.* / function int one() { return 1; } | 4 | a global, function or declared type",
                "Symptom( name == \"muscle-cramp\", present ) | accumulate( Symptom( name == \"muscle-cramp\", present ); $n : count(1) ) | 12 | from or accumulate",
                "when | salience 10 when | 11 | attribute salience",
                "Symptom( name | $s : Symptom( name | 12 | $s; a pattern is not bound to a variable",
                "Symptom( name == \"muscle-cramp\", present ) | Symptom( name == \"muscle-cramp\" ) | 12 | Symptom without a state; say present or absent",
                "Symptom( name == \"muscle-cramp\", present ) | Symptom( present ) | 12 | Symptom without a name",
                "Symptom( name == \"muscle-cramp\", present ) | eval( true ) | 12 | eval; allowed are patterns, not, and, or",
                "Symptom( name == \"muscle-cramp\", present ) | Symptom( name != \"muscle-cramp\", present ) | 12 | allowed: property, !property",
                "Symptom( name == \"muscle-cramp\", present ) | Group( name == \"muscle-complaint\", present < 2 ) | 12 | the count present <; allowed: >=",
                "Symptom( name == \"muscle-cramp\", present ) | Group( name == \"muscles\", any ) | 12 | \"muscles\" is no group of groups.csv",
                "Symptom( name == \"muscle-cramp\", present ) | Spasm( side == \"up\" ) | 12 | \"up\" for side; allowed: left, right, both",
                "Symptom( name == \"muscle-cramp\", present ) | Spasm( site == \"claf\" ) | 12 | \"claf\" is no body site of the vocabulary; did you mean calf",
                "@source(\"CLIN-CONS\") | @source(\"CLIN-CONS\") @unless(\"nothing-known\") | 10 | @unless \"nothing-known\"; allowed: the id of a condition",
                "@source(\"CLIN-CONS\") | @source(\"CLIN-CONS\") @absorbs(\"nothing-known\") | 10 | @absorbs \"nothing-known\"",
                "@source(\"CLIN-CONS\") | @source(\"CLIN-CONS\") @typical(\"no\") | 10 | @typical \"no\"; allowed: yes",
            })
    void oneFaultIsNamedWithItsLineAndWhatIsAllowed(String from, String to, int line, String message)
            throws IOException {
        write(
                "sample.drl",
                RULE.replaceFirst(
                        java.util.regex.Pattern.quote(from),
                        java.util.regex.Matcher.quoteReplacement(
                                to.replace(" / ", "\n").replace("/ ", "\n"))));
        InvalidRulesetException refused =
                assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWith(folder, Set.of()));
        assertTrue(
                refused.problems().stream()
                        .anyMatch(problem -> problem.file().equals("sample.drl")
                                && problem.line() == line
                                && problem.message().contains(message == null ? "package" : message)),
                refused.getMessage());
    }

    @Test
    void aSyntaxErrorIsNamedWithLineAndColumn() throws IOException {
        write("sample.drl", RULE.replace("value < 3.5", "value <"));
        write("other.drl", RULE.replace("sample", "other").replace("when", "whne"));
        InvalidRulesetException refused =
                assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWith(folder, Set.of()));
        assertEquals("other.drl", refused.problems().get(0).file());
        assertTrue(
                refused.problems().stream().anyMatch(p -> p.file().equals("sample.drl") && p.line() == 13),
                refused.getMessage());
        assertTrue(refused.problems().stream().allMatch(p -> p.message().contains("allowed")), refused.getMessage());
    }

    @Test
    void aFileThatCannotBeReadDoesNotMakeWhatRefersToItWrong() throws IOException {
        write("sample.drl", RULE.replace("value < 3.5", "value <"));
        write("other.drl", RULE.replace("sample", "other").replace("when", "@unless(\"sample\")\nwhen"));
        InvalidRulesetException refused =
                assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWith(folder, Set.of()));
        assertTrue(refused.problems().stream().allMatch(p -> p.file().equals("sample.drl")), refused.getMessage());
    }

    @Test
    void aDuplicateIdIsNamedWithTheOtherPlace() throws IOException {
        write("a/sample.drl", RULE.replace("package rules", "package rules.a"));
        write("b/sample.drl", RULE.replace("package rules", "package rules.b"));
        assertTrue(refused().message().contains("\"sample\" already stands in a/sample.drl"));
    }

    @Test
    void anIdOfTheBundleCannotBeDefinedASecondTimeUnlessItIsSwitchedOff() throws IOException {
        write("hiccups.drl", RULE.replace("sample", "hiccups"));
        assertTrue(
                refused().message().contains("\"hiccups\" already stands in"),
                refused().toString());
        Ruleset.bundledWith(folder, Set.of("hiccups"));
    }

    @Test
    void anEmptyFileAndAnEmptyFolderAreRefused() throws IOException {
        write("sample.drl", "\n");
        assertTrue(refused().message().startsWith("the file is empty"));
        Files.delete(folder.resolve("sample.drl"));
        InvalidRulesetException empty = assertThrows(InvalidRulesetException.class, () -> Ruleset.of(folder));
        assertTrue(empty.getMessage().contains("holds no rule file"));
        assertThrows(InvalidRulesetException.class, () -> Ruleset.of(folder.resolve("nowhere")));
    }

    @Test
    void aSecondPackageIsRefused() throws IOException {
        write("sample.drl", RULE + "\npackage rules.more\n");
        assertTrue(refused().message().startsWith("a second package"), refused().toString());
    }

    @Test
    void theVocabularyOfAFolderIsCheckedToo() throws IOException {
        write(
                "vocabulary.csv",
                "name,kind,display,synonyms\nBad Name,symptom,x,\nnew-pain,symptm,x,\nmuscle-cramp,symptom,x,\nnew-ache,symptom,new ache,cramp\n");
        InvalidRulesetException refused =
                assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWith(folder, Set.of()));
        assertEquals(
                java.util.List.of(2, 3, 4, 5),
                refused.problems().stream().map(Problem::line).distinct().toList(),
                refused.getMessage());
    }

    @Test
    void aMeasuredNameWithoutAUnitIsRefused() throws IOException {
        write("vocabulary.csv", "name,kind,display,synonyms\nnew-analyte,analyte,new analyte,\n");
        assertTrue(refused().message().contains("\"new-analyte\" is measured and has no row in tests.csv"));
    }

    @Test
    void aRowWithTooManyCellsIsNamed() throws IOException {
        write(
                "groups.csv",
                "group,member,window_days,source\nmine,muscle-cramp, spasm,,CLIN-CONS\nmine,nothing-known,,CLIN-CONS\nmine,potassium < 3.5 mg/dL,,CLIN-CONS\n");
        InvalidRulesetException refused =
                assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWith(folder, Set.of()));
        assertEquals(3, refused.problems().size(), refused.getMessage());
    }

    @Test
    void switchingOffWhatDoesNotExistIsRefused() {
        assertThrows(InvalidRulesetException.class, () -> Ruleset.bundledWithout(Set.of("hickups")));
    }
}
