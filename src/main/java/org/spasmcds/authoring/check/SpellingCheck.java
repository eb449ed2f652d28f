package org.spasmcds.authoring.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One spelling everywhere, the American one, so that a search finds every place. */
final class SpellingCheck implements Check {
    private static final String ID = "american-spelling";
    /** British stems and what stands for them; one that begins with a caret stands at the beginning of a word only. */
    private static final Map<String, String> STEMS = stems(
            "anaem anem haem hem ^oedema edema lymphoedema lymphedema papilloedema papilledema diarrhoea diarrhea dyspnoea dyspnea",
            "kalaem kalem calcaem calcem natraem natrem glycaem glycem magnesaem magnesem phosphataem phosphatem apnoea apnea",
            "uraem urem leukaem leukem ischaem ischem septicaem septicem volaem volem anaesthe anesthe paediatr pediatr",
            "orthopaed orthoped coeliac celiac faec fec foet fet gynaec gynec caec cec sulph sulf oesoph esoph oestr estr",
            "colour color tumour tumor behaviour behavior labour labor odour odor neighbour neighbor favour favor vapour vapor",
            "fibre fiber litre liter centre center metre meter calibre caliber manoeuvr maneuver ^grey gray defence defense",
            "ionis ioniz generalis generaliz normalis normaliz localis localiz stabilis stabiliz hospitalis hospitaliz",
            "immunis immuniz recognis recogniz characteris characteriz optimis optimiz minimis minimiz mobilis mobiliz",
            "neutralis neutraliz crystallis crystalliz catheteris catheteriz organis organiz analyse analyze paralyse paralyze",
            "labelled labeled travell travel programme program judgement judgment");

    private static final Pattern BRITISH =
            Pattern.compile(String.join("|", STEMS.keySet()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private static final Pattern WORD = Pattern.compile("\\p{L}+");
    /** Plurals that hold such a stem. */
    private static final Set<String> FINE = Set.of("analyses", "paralyses");

    @Override
    public Set<String> ids() {
        return Set.of(ID);
    }

    @Override
    public void run(CheckedFolder folder, Report report) {
        // Most words stand in many lines: each is looked at once.
        Map<String, String> seen = new HashMap<>();
        folder.texts().forEach(text -> lines(text.file(), text.lines(), seen, report));
        folder.caseTexts().forEach((file, lines) -> lines(file, lines, seen, report));
    }

    private static void lines(String file, List<String> lines, Map<String, String> seen, Report report) {
        for (int i = 0; i < lines.size(); i++) {
            Matcher word = WORD.matcher(lines.get(i));
            while (word.find()) {
                String american = seen.computeIfAbsent(word.group(), SpellingCheck::american);
                if (!american.equals(word.group())) {
                    report.add(
                            ID,
                            new Place(file, i + 1, word.start() + 1),
                            word.group(),
                            "\"" + word.group() + "\"; American spelling: \"" + american + "\"");
                }
            }
        }
    }

    private static String american(String word) {
        return FINE.contains(word)
                ? word
                : BRITISH.matcher(word).replaceAll(stem -> {
                    String other = STEMS.getOrDefault(
                            stem.group().toLowerCase(Locale.ROOT),
                            STEMS.get("^" + stem.group().toLowerCase(Locale.ROOT)));
                    return Character.isUpperCase(stem.group().charAt(0))
                            ? Character.toUpperCase(other.charAt(0)) + other.substring(1)
                            : other;
                });
    }

    private static Map<String, String> stems(String... lines) {
        Map<String, String> stems = new LinkedHashMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            for (int i = 0; i + 1 < words.length; i += 2) {
                stems.put(words[i], words[i + 1]);
            }
        }
        return stems;
    }
}
