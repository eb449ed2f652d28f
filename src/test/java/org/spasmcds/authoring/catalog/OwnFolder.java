package org.spasmcds.authoring.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A small rule folder with one condition, one case that passes and one that fails, and texts that try to be more than text. */
public final class OwnFolder {
    private static final String EVIL = "<script>alert(1)</script>&";

    private final Path rules;

    private OwnFolder(Path rules) {
        this.rules = rules;
    }

    public static void write(Path rules) throws IOException {
        new OwnFolder(rules).write();
    }

    private void write() throws IOException {
        file(
                "sources.csv",
                "id,title,organization,year,url,used_for,evidence\n" + "OWN," + EVIL + "," + EVIL
                        + ",2026,javascript:alert(1),,not-retrieved\n");
        file(
                "vocabulary.csv",
                "name,kind,display,synonyms\npotassium,analyte," + EVIL + ",\nfever,symptom,fever,\n"
                        + "vomiting,symptom,vomiting,\n");
        file(
                "tests.csv",
                "name,unit,decimals,plausible_low,plausible_high,reference_low,reference_high,window_hours,source\n"
                        + "potassium,mmol/L,1,0.5,15,3.5,5.1,168,OWN\n");
        file("groups.csv", "group,member,window_days,source\nlow-salt,potassium < 3.1 mmol/L,,OWN\n");
        file("own-rules/sample.drl", """
                // %1$s
                //
                // Asks      %1$s
                // Escalates Nothing.
                // Misses    Much.
                // Mimics    Little.
                //
                // Decision: %1$s

                package rules.own_rules

                import org.spasmcds.fact.*

                rule "sample"
                    @title("%1$s")
                    @spec("1.1")
                    @cause("none")
                    @level("ROUTINE")
                    @certainty("POSSIBLE")
                    @strength("risk")
                    @says("%1$s")
                    @ask("%1$s")
                    @source("OWN")
                when
                    Result( test == "potassium", current, value < 3.5 )   // mmol/L %1$s [OWN]
                    ( Symptom( name == "fever", present )
                        or ( not Symptom( name == "fever", absent )
                            and not Symptom( name == "vomiting", present, days > 2 ) ) )   // d [OWN]
                then
                end
                """.formatted(EVIL));
        file("own-rules/sample.scenarios.yaml", """
                - case: "%1$s"
                  given: { potassium: 3.4 mmol/L, fever: present }
                  expect: ROUTINE
                - case: wrong
                  given: { potassium: 3.4 mmol/L, fever: present }
                  expect: none
                """.formatted(EVIL));
    }

    private void file(String name, String text) throws IOException {
        Files.createDirectories(rules.resolve(name).getParent());
        Files.writeString(rules.resolve(name), text);
    }
}
