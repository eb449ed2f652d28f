package org.spasmcds.report;

import java.util.HashMap;
import java.util.Map;
import org.spasmcds.language.Words;

/** The headings and labels of the page, by the names that the template uses. */
final class Labels {
    private Labels() {}

    static Map<String, String> of(Words words) {
        Map<String, String> labels = new HashMap<>();
        labels.put("assumes", Text.capital(words.say("report.assumes")));
        labels.put("because", Text.capital(words.say("report.because")));
        labels.put("doubtful", Text.capital(words.say("report.doubtful")));
        labels.put("explanations", words.say("report.explanations"));
        labels.put("noCause", words.say("report.noCause"));
        labels.put("refused", words.say("report.refused"));
        labels.put("sources", Text.capital(words.say("report.sources")));
        labels.put("whatToDo", words.say("report.whatToDo"));
        labels.put("ask", Text.capital(words.say("report.ask")));
        labels.put("askNext", words.say("report.askNext"));
        labels.put("benign", words.say("page.benign"));
        labels.put("cannotRuleOut", words.say("report.cannotRuleOut"));
        labels.put("document", words.say("page.document"));
        labels.put("excluded", words.say("page.excluded"));
        labels.put("fact", words.say("page.fact"));
        labels.put("facts", words.say("page.facts"));
        labels.put("given", words.say("page.given"));
        labels.put("missing", words.say("page.missing"));
        labels.put("more", words.say("page.more"));
        labels.put("place", words.say("page.place"));
        labels.put("pointing", words.say("page.pointing"));
        labels.put("return", words.say("page.return"));
        labels.put("rule", words.say("page.rule.label"));
        labels.put("time", words.say("page.time"));
        labels.put("whatIf", words.say("report.whatIf"));
        return labels;
    }
}
