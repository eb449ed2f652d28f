package org.spasmcds.examples.defects;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.spasmcds.authoring.defects.DefectSuite;
import org.spasmcds.authoring.defects.Plant;

/**
 * Plants a defect and asks the stock verifier, and the compiler of Drools, what they say of it that they do not say of the file as it is.
 * Judged generously: every severity counts, on any line of the rule.
 */
final class Stock {
    private static final String RULE_FILE = ".drl";
    /** Said of every comparison with a text, and of every rule that declares and does not act. */
    private static final Set<String> OF_ANY_RULE = Set.of("MISSING_EQUALITY", "MISSING_COMPONENT");

    /** How the stock tools fare with a plant. */
    enum Verdict {
        VERIFIER,
        COMPILER,
        MISSED,
        /** The defect is in no rule file. */
        NOT_READ
    }

    record Outcome(Verdict verdict, Optional<Message> message) {}

    private final Map<String, String> originals;
    private final VerifierProcess verifier;
    private final StockCompiler compiler = new StockCompiler();
    private final Map<List<String>, List<Message>> known = new HashMap<>();

    Stock(Path rules, VerifierProcess verifier) {
        this.originals = DefectSuite.texts(rules);
        this.verifier = verifier;
    }

    Map<String, String> originals() {
        return originals;
    }

    Outcome outcome(Plant plant) {
        Plant.Planted planted = plant.in(originals);
        Map<String, String> now = new LinkedHashMap<>();
        planted.changed().forEach((file, text) -> text.filter(any -> file.endsWith(RULE_FILE))
                .ifPresent(each -> now.put(file, each)));
        if (now.isEmpty()) {
            return new Outcome(Verdict.NOT_READ, Optional.empty());
        }
        String beside = plant.text().path("copy-of").asText();
        if (!beside.isEmpty()) {
            now.put(beside, originals.get(beside));
        }
        Map<String, String> before = new LinkedHashMap<>();
        now.keySet().forEach(file -> Optional.ofNullable(originals.get(file)).ifPresent(text -> before.put(file, text)));
        Optional<String> rule = planted.places().stream()
                .filter(place -> now.containsKey(place.file()))
                .findFirst()
                .flatMap(place -> RulesOfFile.at(place.line(), now.get(place.file())));
        Optional<Message> said = verified(before, now, rule);
        if (said.isPresent()) {
            return new Outcome(Verdict.VERIFIER, said);
        }
        Optional<Message> refused = news(compiler.build(before.values()), compiler.build(now.values())).stream()
                .findFirst();
        return new Outcome(refused.isPresent() ? Verdict.COMPILER : Verdict.MISSED, refused);
    }

    private Optional<Message> verified(Map<String, String> before, Map<String, String> now, Optional<String> rule) {
        List<Message> then = verify(List.copyOf(before.values()));
        List<Message> messages = isStopped(then) ? then : verify(List.copyOf(now.values()));
        if ((isStopped(then) || isStopped(messages)) && rule.isPresent()) {
            then = verify(cut(before, rule.get()));
            messages = verify(cut(now, rule.get()));
        }
        List<Message> old = then;
        Predicate<Message> copied = message -> message.rules().stream()
                        .noneMatch(each -> before.values().stream().anyMatch(text -> RulesOfFile.holds(each, text)))
                && old.stream().anyMatch(message::saysTheSameOfAnotherRuleAs);
        return isStopped(then) || isStopped(messages)
                ? Optional.empty()
                : news(then, messages).stream()
                        // What it says of a copy it says of the original too, so it is not about the copying.
                        .filter(message -> message.rules().isEmpty() || !copied.test(message))
                        .filter(message -> !OF_ANY_RULE.contains(message.type()))
                        .filter(message -> message.rules().isEmpty()
                                || rule.isEmpty()
                                || message.rules().contains(rule.get()))
                        .findFirst();
    }

    private static List<String> cut(Map<String, String> texts, String rule) {
        return texts.values().stream().map(text -> RulesOfFile.only(rule, text)).filter(text -> !text.isEmpty()).toList();
    }

    List<Message> verify(List<String> texts) {
        return known.computeIfAbsent(texts, verifier::verify);
    }

    static boolean isStopped(List<Message> messages) {
        return messages.stream().anyMatch(message -> message.type().equals(VerifierProcess.STOPPED));
    }

    /** What is said now and was not said before, each as often as it is said more often. */
    private static List<Message> news(List<Message> before, List<Message> now) {
        List<Message> old = new ArrayList<>(before);
        List<Message> news = new ArrayList<>();
        for (Message message : now) {
            Optional<Message> same = old.stream().filter(message::saysTheSameAs).findFirst();
            same.ifPresentOrElse(old::remove, () -> news.add(message));
        }
        return news;
    }
}
