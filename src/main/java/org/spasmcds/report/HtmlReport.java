package org.spasmcds.report;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.spasmcds.Basis;
import org.spasmcds.Patient;

/**
 * An assessment with its basis as one HTML page, for a clinician with thirty seconds: how soon, what to do and why, what cannot be ruled
 * out and what to ask next. The page needs nothing but itself, neither a network nor a script, is in the language of the assessment, and
 * prints on one or two sheets.
 *
 * <p>Needs the optional library jmustache.
 */
public final class HtmlReport {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> new StringReader(resource(name + ".mustache")));

    private static final Template TEMPLATE = COMPILER.compile(resource("sheet.mustache"));
    private static final String STYLE = resource("sheet.css");

    private HtmlReport() {}

    /**
     * The page of a patient.
     *
     * @param patient of whom it tells age and sex
     * @param id what the caller calls the patient, for the title; empty for a page without
     */
    public static String of(Basis basis, Patient patient, String id) {
        return TEMPLATE.execute(Sheet.of(basis, patient, id, STYLE));
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its own file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
