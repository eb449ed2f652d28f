package org.spasmcds.engine;

import static org.drools.model.PatternDSL.alphaIndexedBy;
import static org.drools.model.PatternDSL.and;
import static org.drools.model.PatternDSL.declarationOf;
import static org.drools.model.PatternDSL.execute;
import static org.drools.model.PatternDSL.not;
import static org.drools.model.PatternDSL.or;
import static org.drools.model.PatternDSL.pattern;
import static org.drools.model.PatternDSL.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.drools.model.Index;
import org.drools.model.PatternDSL.PatternDef;
import org.drools.model.RuleItemBuilder;
import org.drools.model.Variable;
import org.drools.model.functions.Function1;
import org.drools.model.impl.ModelImpl;
import org.drools.model.view.ViewItem;
import org.drools.model.view.ViewItemBuilder;
import org.drools.modelcompiler.KieBaseBuilder;
import org.kie.api.KieBase;
import org.kie.api.event.rule.AfterMatchFiredEvent;
import org.kie.api.event.rule.DefaultAgendaEventListener;
import org.kie.api.runtime.KieSession;
import org.spasmcds.fact.FactType;
import org.spasmcds.rule.Condition;
import org.spasmcds.rule.Rule;

/**
 * The rules as a Drools network. Built from the parsed form through the executable model, so that no code is generated and compiled:
 * a rule set stands in a fraction of a second, and what the engine fires is what every other reader of the parsed form reads.
 * Immutable and safe to share.
 */
public final class Network {
    private static final String PACKAGE = "rules";
    /** Far above what a patient record fires. */
    private static final int FIRING_LIMIT = 20_000;

    private final KieBase base;
    private final Map<String, Rule> rules = new HashMap<>();

    public Network(List<Rule> rules) {
        ModelImpl model = new ModelImpl(PACKAGE);
        Builder builder = new Builder();
        for (Rule rule : rules) {
            this.rules.put(rule.id(), rule);
            model.addRule(builder.build(rule));
        }
        base = KieBaseBuilder.createKieBaseFromModel(model);
    }

    /**
     * The rules that fire on these facts, each with the ways in which it fired: the sets of facts that matched together. A rule with
     * alternatives fires once for each that holds.
     *
     * @return empty when the facts match each other in more ways than can be listed, as hundreds of entries about one thing would
     */
    public Optional<Map<Rule, List<Set<Object>>>> fire(Iterable<Object> facts) {
        Map<String, List<Set<Object>>> fired = new LinkedHashMap<>();
        KieSession session = base.newKieSession();
        try {
            session.addEventListener(new DefaultAgendaEventListener() {
                @Override
                public void afterMatchFired(AfterMatchFiredEvent event) {
                    Set<Object> matched = Collections.newSetFromMap(new IdentityHashMap<>());
                    for (Object fact : event.getMatch().getObjects()) {
                        if (FactType.of(fact.getClass().getSimpleName()).isPresent()) {
                            matched.add(fact);
                        }
                    }
                    fired.computeIfAbsent(event.getMatch().getRule().getName(), any -> new ArrayList<>())
                            .add(matched);
                }
            });
            facts.forEach(session::insert);
            if (session.fireAllRules(FIRING_LIMIT) >= FIRING_LIMIT) {
                return Optional.empty();
            }
        } finally {
            session.dispose();
        }
        Map<Rule, List<Set<Object>>> byRule = new LinkedHashMap<>();
        fired.forEach((id, ways) -> byRule.put(rules.get(id), ways));
        return Optional.of(byRule);
    }

    /** Translates the parsed form. */
    private static final class Builder {
        /** One reader a property: the engine tells alpha indexes apart by it. */
        private final Map<String, Function1<Object, String>> keys = new HashMap<>();

        org.drools.model.Rule build(Rule rule) {
            List<RuleItemBuilder<?>> items = new ArrayList<>();
            int index = 0;
            for (Condition condition : rule.conditions()) {
                items.add((RuleItemBuilder<?>) item(condition, "$" + index++));
            }
            items.add(execute(() -> {}));
            return rule(PACKAGE, rule.id()).build(items.toArray(new RuleItemBuilder<?>[0]));
        }

        private ViewItem<?> item(Condition condition, String path) {
            if (condition instanceof Condition.Pattern parsed) {
                return match(parsed, path);
            }
            if (condition instanceof Condition.Not negated) {
                return not(item(negated.part(), path + "_0"));
            }
            List<Condition> parts =
                    condition instanceof Condition.And all ? all.parts() : ((Condition.Or) condition).parts();
            ViewItem<?>[] items = new ViewItem<?>[parts.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = item(parts.get(i), path + "_" + i);
            }
            ViewItemBuilder<?>[] rest = Arrays.copyOfRange(items, 1, items.length);
            return condition instanceof Condition.And ? and(items[0], rest) : or(items[0], rest);
        }

        @SuppressWarnings("unchecked")
        private PatternDef<Object> match(Condition.Pattern parsed, String path) {
            FactType type = parsed.type();
            Variable<Object> fact = (Variable<Object>) declarationOf(type.factClass(), path);
            PatternDef<Object> pattern = pattern(fact);
            List<String> order = List.copyOf(type.properties().keySet());
            for (Condition.Test test : parsed.tests()) {
                Check check = Check.of(type, test);
                if (test instanceof Condition.Test.Text text && text.values().size() == 1) {
                    Function1<Object, String> key = keys.computeIfAbsent(
                            type.name() + "." + text.property(),
                            any -> ((FactType.Property.Text) type.properties().get(text.property())).read()::apply);
                    pattern.expr(
                            check.id(),
                            check,
                            alphaIndexedBy(
                                    String.class,
                                    Index.ConstraintType.EQUAL,
                                    order.indexOf(text.property()),
                                    key,
                                    text.values().get(0)));
                } else {
                    pattern.expr(check.id(), check);
                }
            }
            return pattern;
        }
    }
}
