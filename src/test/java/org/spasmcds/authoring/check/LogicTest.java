package org.spasmcds.authoring.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spasmcds.Problem;
import org.spasmcds.authoring.RuleFolder;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;
import org.spasmcds.rule.RuleReader;
import org.spasmcds.vocabulary.Vocabulary;

/** What excludes and what includes what. */
class LogicTest {
    private static final Vocabulary VOCABULARY =
            RuleFolder.read(SampleFolder.ORIGINAL).vocabulary();

    private static List<Condition> conditions(String when) {
        List<Problem> problems = new ArrayList<>();
        String text = "package rules\nimport org.spasmcds.fact.*\nrule \"sample\"\n@cause(\"none\")\n@level(\"SOON\")\n"
                + "@certainty(\"LIKELY\")\n@says(\"A sample.\")\n@source(\"CLIN-CONS\")\nwhen\n" + when
                + "\nthen\nend\n";
        List<Rule> rules = RuleReader.read(Map.of("sample.drl", text), VOCABULARY, List.of(), problems);
        assertEquals(List.of(), problems);
        return rules.get(0).conditions();
    }

    private static Condition.Pattern pattern(String text) {
        return (Condition.Pattern) conditions(text).get(0);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "value < 2.5 | value < 3.5 | includes",
                "value < 2.5 | value <= 2.5 | includes",
                "value <= 2.5 | value < 2.5 | neither",
                "value < 2.5 | value > 2.5 | excludes",
                "value < 2.5 | value >= 2.5 | excludes",
                "value <= 2.5 | value >= 2.5 | neither",
                "value == 2.5 | value >= 2.5 | includes",
                "value < 3.5 | value > 2.5 | neither",
                "days <= 2 | hours <= 48 | includes",
                "days <= 2 | hours < 48 | neither",
                "days > 2 | hours < 48 | excludes",
                "weeks >= 1 | days >= 7 | includes",
                "low | high | excludes",
                "low | !high | includes",
                "!high | low | neither",
                "low | !low | excludes",
                "withinOwnRange | low | excludes",
                "basis == \"measured\" | basis in (\"measured\", \"computed\") | includes",
                "basis in (\"measured\", \"computed\") | basis == \"measured\" | neither",
                "basis == \"measured\" | basis == \"computed\" | excludes",
                "value < 2.5 | multiple < 3 | neither",
            })
    void comparisonsOfAResult(String one, String other, String relation) {
        assertEquals(relation, relation("Result( test == \"potassium\", current, ", one, other));
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "active, present, includes",
        "active, absent, excludes",
        "stopped, absent, excludes",
        "active, stopped, neither",
        "present, !absent, includes",
        "!absent, present, includes",
        "!present, !absent, excludes",
        "!present, !active, includes",
        "changedDays > 14, changedWeeks < 2, excludes",
        "stoppedDays < 7, missedDays < 7, neither"
    })
    void comparisonsOfAMedicine(String one, String other, String relation) {
        assertEquals(relation, relation("Medicine( name == \"potassium-chloride\", present, ", one, other));
    }

    private static String relation(String pattern, String one, String other) {
        List<Condition.Test> tests =
                pattern(pattern + one + ", " + other + " )").tests();
        Condition.Test first = tests.get(tests.size() - 2);
        Condition.Test second = tests.get(tests.size() - 1);
        return Logic.contradict(first, second) ? "excludes" : Logic.implies(first, second) ? "includes" : "neither";
    }

    @ParameterizedTest(name = "{1}: {0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Patient( age < 2 ) Patient( age > 60 ) | never",
                "Patient( age > 2 ) Patient( age < 60 ) | possible",
                "Patient( sex == \"female\" ) not Patient( sex in (\"female\", \"male\") ) | never",
                "Result( test == \"potassium\", current, value < 2 ) Result( test == \"potassium\", current, value > 3 ) | never",
                // An earlier result may have been another.
                "Result( test == \"potassium\", current, value < 2 ) Result( test == \"potassium\", days <= 9, value > 3 ) | possible",
                "Result( test == \"potassium\", current, low ) Result( test == \"albumin\", current, high ) | possible",
                "Symptom( name == \"vomiting\", present ) Symptom( name == \"vomiting\", absent ) | never",
                // A sign that is denied at one side is not known absent at the other.
                "Symptom( name == \"vomiting\", present, side == \"left\" ) Symptom( name == \"vomiting\", absent ) | possible",
                "Symptom( name in (\"vomiting\", \"diarrhea\"), present ) Symptom( name == \"vomiting\", absent ) | possible",
                // Two facts may be meant.
                "Symptom( name == \"vomiting\", present, days < 2 ) Symptom( name == \"vomiting\", present, days > 9 ) | possible",
                "Symptom( name == \"vomiting\", present, days < 2 ) not Symptom( name == \"vomiting\", present ) | never",
                "Symptom( name == \"vomiting\", present ) not Symptom( name == \"vomiting\", present, days < 2 ) | possible",
                "not Symptom( name == \"vomiting\", present ) Symptom( name == \"vomiting\", present ) | never",
                "not Symptom( name == \"vomiting\", present ) Symptom( name in (\"vomiting\", \"diarrhea\"), present ) | possible",
                "( Patient( age < 2 ) or Patient( age < 9 ) ) Patient( age > 60 ) | never",
                "( Patient( age < 2 ) or Patient( age > 70 ) ) Patient( age > 60 ) | possible",
                "Patient( age < 2 ) ( Symptom( name == \"vomiting\", present ) or ( Patient( age > 3 ) and Patient( age < 9 ) ) ) | possible",
                "Symptom( name == \"vomiting\", present ) not ( Symptom( name == \"vomiting\", present ) or Patient( age < 2 ) ) | never",
                "Symptom( name == \"vomiting\", present ) not ( Symptom( name == \"vomiting\", present ) and Patient( age < 2 ) ) | possible",
                "Spasm( site == \"calf\", painful == \"yes\" ) Spasm( site == \"calf\", painful == \"no\" ) | possible",
            })
    void whetherConditionsCanHoldTogether(String when, String expected) {
        assertEquals(expected, Reachability.clash(conditions(when)).isPresent() ? "never" : "possible");
    }
}
