package org.spasmcds.vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;

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
        WRITTEN.put("{puff}/d", "puffs a day");
        WRITTEN.put("{plus}", "plus");
    }

    private Units() {}

    /** A unit of UCUM as a reader writes it; empty for a score, a ratio or a count, which need none. */
    public static String written(String ucum) {
        String text = ucum.equals("1") ? "" : ucum;
        for (Map.Entry<String, String> each : WRITTEN.entrySet()) {
            text = text.replace(each.getKey(), each.getValue());
        }
        return text.replaceAll("\\{[^}]*}", "").strip();
    }
}
