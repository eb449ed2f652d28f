package org.spasmcds.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;
import org.spasmcds.language.Words;

/** Units as a reader writes them. */
public final class Units {
    private static final Map<String, String> WRITTEN = new LinkedHashMap<>();

    static {
        WRITTEN.put("mm[Hg]", "mmHg");
        WRITTEN.put("m[IU]", "mIU");
        WRITTEN.put("[degF]", "°F");
        WRITTEN.put("Cel", "°C");
        WRITTEN.put("10*9/", "× 10⁹/");
        WRITTEN.put("{1.73_m2}", "1.73 m²");
        WRITTEN.put("kg/m2", "kg/m²");
        WRITTEN.put("ug/", "µg/");
        WRITTEN.put("umol", "µmol");
    }

    private Units() {}

    /** A unit of UCUM as a reader of English writes it; empty for a score, a ratio or a count, which need none. */
    public static String written(String ucum) {
        return written(ucum, Words.english());
    }

    /** The same in another language: a few units are words. */
    public static String written(String ucum, Words words) {
        String text = ucum.equals("1") ? "" : ucum;
        for (Map.Entry<String, String> each : WRITTEN.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        text = text.replace("{puff}/d", words.say("unit.puffs")).replace("{plus}", words.say("unit.plus"));
        return text.replaceAll("\\{[^}]*}", "").strip();
    }
}
