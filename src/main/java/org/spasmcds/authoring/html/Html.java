package org.spasmcds.authoring.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** HTML pages that need nothing but themselves: templates filled with values, style included. */
public final class Html {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .withLoader(name -> new java.io.StringReader(resource(name + ".mustache")));

    private Html() {}

    /**
     * A page.
     *
     * @param template the name of a template beside this class, without {@code .mustache}
     * @param model what the template names; every text is escaped
     */
    public static String page(String title, String template, Object model) {
        return fill("page", Map.of("title", title, "style", resource("style.css"), "body", fill(template, model)));
    }

    /** A part of a page. */
    public static String fill(String template, Object model) {
        Template compiled = COMPILER.compile(resource(template + ".mustache"));
        return compiled.execute(model);
    }

    /** A text beside this class. */
    public static String resource(String name) {
        try (InputStream in = Html.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks its own file " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
