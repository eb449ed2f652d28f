package org.spasmcds.authoring.html;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** HTML pages that need nothing but themselves: templates filled with values, style included. */
public final class Html {
    private static final Mustache.Compiler COMPILER = Mustache.compiler()
            .escapeHTML(true)
            .emptyStringIsFalse(true)
            .withLoader(name -> new java.io.StringReader(resource(name + ".mustache")));

    private static final Map<String, Template> COMPILED = new ConcurrentHashMap<>();

    private Html() {}

    /**
     * A page that is one file.
     *
     * @param template the name of a template beside this class, without {@code .mustache}
     * @param model what the template names; every text is escaped
     */
    public static String page(String title, String template, Object model) {
        return page(title, "<style>\n" + resource("style.css") + "</style>", "", template, model);
    }

    /**
     * A page of a site.
     *
     * @param head HTML that names the style and the scripts
     * @param header HTML above the content
     */
    public static String page(String title, String head, String header, String template, Object model) {
        return fill("page", Map.of("title", title, "head", head, "header", header, "body", fill(template, model)));
    }

    /** A part of a page. */
    public static String fill(String template, Object model) {
        return COMPILED.computeIfAbsent(template, name -> COMPILER.compile(resource(name + ".mustache")))
                .execute(model);
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
