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
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
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

    /** A cold start is mostly the building of the network; in two halves, two processors share it. */
    private static final int PARTS = 2;

    /** So few rules are built faster than a thread starts. */
    private static final int SMALL = 30;

    private final List<KieBase> bases;
    private final Map<String, Rule> rules = new HashMap<>();
    /** Rules of no condition, which the engine cannot hold: they always fire, with no fact. Only tools that try changes have them. */
    private final List<Rule> unconditional;

    public Network(List<Rule> rules) {
        rules.forEach(rule -> this.rules.put(rule.id(), rule));
        unconditional =
                rules.stream().filter(rule -> rule.conditions().isEmpty()).toList();
        List<Rule> conditional =
                rules.stream().filter(rule -> !rule.conditions().isEmpty()).toList();
        List<FutureTask<KieBase>> parts = new ArrayList<>();
        int count = conditional.size() < SMALL ? 1 : PARTS;
        int size = Math.max(1, (conditional.size() + count - 1) / count);
        for (int from = 0; from < conditional.size(); from += size) {
            List<Rule> part = conditional.subList(from, Math.min(conditional.size(), from + size));
            parts.add(new FutureTask<>(() -> base(part)));
        }
        parts.stream().skip(1).forEach(part -> {
            Thread thread = new Thread(part, "spasm-cds-network");
            thread.setDaemon(true);
            thread.start();
        });
        parts.stream().limit(1).forEach(FutureTask::run);
        bases = parts.stream().map(Network::built).toList();
    }

    private static KieBase built(FutureTask<KieBase> part) {
        try {
            return part.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the rules were loaded", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static KieBase base(List<Rule> rules) {
        ModelImpl model = new ModelImpl(PACKAGE);
        Builder builder = new Builder();
        rules.forEach(rule -> model.addRule(builder.build(rule)));
        return KieBaseBuilder.createKieBaseFromModel(model);
    }

    /**
     * The rules that fire on these facts, each with the ways in which it fired: the sets of facts that matched together. A rule with
     * alternatives fires once for each that holds.
     *
     * @return empty when the facts match each other in more ways than can be listed, as hundreds of entries about one thing would
     */
    public Optional<Map<Rule, List<Set<Object>>>> fire(Iterable<Object> facts) {
        Map<Rule, List<Set<Object>>> fired = new LinkedHashMap<>();
        for (KieBase base : bases) {
            if (!fire(base, facts, fired)) {
                return Optional.empty();
            }
        }
        unconditional.forEach(rule -> fired.put(rule, List.of(Set.of())));
        return Optional.of(fired);
    }

    /** Whether everything was listed. */
    private boolean fire(KieBase base, Iterable<Object> facts, Map<Rule, List<Set<Object>>> all) {
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
                return false;
            }
        } finally {
            session.dispose();
        }
        fired.forEach((id, ways) -> all.put(rules.get(id), ways));
        return true;
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
            if (condition instanceof Condition.And all) {
                return combined(all.parts(), path, true);
            }
            return alternatives((Condition.Or) condition, path);
        }

        private ViewItem<?> combined(List<Condition> parts, String path, boolean all) {
            ViewItem<?>[] items = new ViewItem<?>[parts.size()];
            for (int i = 0; i < items.length; i++) {
                items[i] = item(parts.get(i), path + "_" + i);
            }
            return join(items, all);
        }

        private static ViewItem<?> join(ViewItem<?>[] items, boolean all) {
            ViewItemBuilder<?>[] rest = Arrays.copyOfRange(items, 1, items.length);
            return items.length == 1 ? items[0] : all ? and(items[0], rest) : or(items[0], rest);
        }

        /**
         * The engine multiplies a rule out over its alternatives. Alternatives about one type of fact are therefore one pattern with one
         * check, which halves the network.
         */
        private ViewItem<?> alternatives(Condition.Or or, String path) {
            Map<FactType, List<Condition.Pattern>> byType = new LinkedHashMap<>();
            List<ViewItem<?>> items = new ArrayList<>();
            int index = 0;
            for (Condition part : flattened(or)) {
                if (part instanceof Condition.Pattern parsed) {
                    byType.computeIfAbsent(parsed.type(), any -> new ArrayList<>())
                            .add(parsed);
                } else {
                    items.add(item(part, path + "_" + index++));
                }
            }
            for (Map.Entry<FactType, List<Condition.Pattern>> entry : byType.entrySet()) {
                List<Condition.Pattern> patterns = entry.getValue();
                String itemPath = path + "_" + index++;
                items.add(
                        patterns.size() == 1
                                ? match(patterns.get(0), itemPath)
                                : anyOf(entry.getKey(), patterns, itemPath));
            }
            return join(items.toArray(new ViewItem<?>[0]), false);
        }

        private static List<Condition> flattened(Condition.Or or) {
            List<Condition> parts = new ArrayList<>();
            for (Condition part : or.parts()) {
                parts.addAll(part instanceof Condition.Or nested ? flattened(nested) : List.of(part));
            }
            return parts;
        }

        private PatternDef<Object> anyOf(FactType type, List<Condition.Pattern> patterns, String path) {
            List<List<Check>> alternatives = patterns.stream()
                    .map(each -> each.tests().stream()
                            .map(test -> Check.of(type, test))
                            .toList())
                    .toList();
            Check check = Check.anyOf(alternatives);
            return pattern(variable(type, path)).expr(check.id(), check);
        }

        @SuppressWarnings("unchecked")
        private static Variable<Object> variable(FactType type, String path) {
            return (Variable<Object>) declarationOf(type.factClass(), path);
        }

        private PatternDef<Object> match(Condition.Pattern parsed, String path) {
            FactType type = parsed.type();
            PatternDef<Object> pattern = pattern(variable(type, path));
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
