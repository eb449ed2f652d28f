package org.spasmcds.fact;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** What a rule may ask: the fact types, and the properties of each. */
public final class FactType {
    /** A property that a condition may compare. */
    public sealed interface Property {
        /** A number, NaN when not known. */
        record Number(ToDoubleFunction<Object> read) implements Property {}

        /** A text, empty when not known. */
        record Text(Function<Object, String> read) implements Property {}

        /** Something recorded or not; it has no unknown state of its own. */
        record Flag(Predicate<Object> read) implements Property {}
    }

    private static final Map<String, FactType> TYPES = new LinkedHashMap<>();

    static {
        new Builder<>("Patient", Patient.class, "")
                .number("age", Patient::getAge)
                .text("sex", Patient::getSex)
                .register();
        dated(new Builder<>("Spasm", Spasm.class, ""))
                .text("kind", Spasm::getKind)
                .text("site", Spasm::getSite)
                .text("region", Spasm::getRegion)
                .text("side", Spasm::getSide)
                .text("distribution", Spasm::getDistribution)
                .text("nocturnal", Spasm::getNocturnal)
                .text("exertional", Spasm::getExertional)
                .text("atRest", Spasm::getAtRest)
                .text("duringDialysis", Spasm::getDuringDialysis)
                .text("postural", Spasm::getPostural)
                .text("painful", Spasm::getPainful)
                .text("relievedByStretch", Spasm::getRelievedByStretch)
                .text("stimulusTriggered", Spasm::getStimulusTriggered)
                .text("sustained", Spasm::getSustained)
                .text("firstEver", Spasm::getFirstEver)
                .text("limitsActivity", Spasm::getLimitsActivity)
                .text("trend", Spasm::getTrend)
                .number("episodeMinutes", Spasm::getEpisodeMinutes)
                .number("perDay", Spasm::getPerDay)
                .number("perWeek", Spasm::getPerWeek)
                .number("disturbedNightsPerWeek", Spasm::getDisturbedNightsPerWeek)
                .register();
        named(new Builder<>("Symptom", Symptom.class, "name"))
                .flag("recent", Symptom::isRecent)
                .flag("longStanding", Symptom::isLongStanding)
                .flag("observed", Symptom::isObserved)
                .text("side", Symptom::getSide)
                .text("site", Symptom::getSite)
                .text("region", Symptom::getRegion)
                .text("trend", Symptom::getTrend)
                .text("sudden", Symptom::getSudden)
                .number("severity", Symptom::getSeverity)
                .number("minutes", Symptom::getMinutes)
                .number("perDay", Symptom::getPerDay)
                .register();
        dated(new Builder<>("Result", Result.class, "test"))
                .text("test", Result::getTest)
                .flag("current", Result::isCurrent)
                .number("value", Result::getValue)
                .flag("low", Result::isLow)
                .flag("normal", Result::isNormal)
                .flag("high", Result::isHigh)
                .flag("withinOwnRange", Result::isWithinOwnRange)
                .number("multiple", Result::getMultiple)
                .number("fallIn48Hours", Result::getFallIn48Hours)
                .number("riseIn12Hours", Result::getRiseIn12Hours)
                .number("riseSincePrior", Result::getRiseSincePrior)
                .flag("hemolyzed", Result::isHemolyzed)
                .text("basis", Result::getBasis)
                .register();
        named(new Builder<>("Medicine", Medicine.class, "name"))
                .flag("active", Medicine::isActive)
                .flag("stopped", Medicine::isStopped)
                .flag("missed", Medicine::isMissed)
                .number("stoppedDays", Medicine::getStoppedDays)
                .number("changedDays", Medicine::getChangedDays)
                .number("changedWeeks", Medicine::getChangedWeeks)
                .number("changedBeforeOnsetWeeks", Medicine::getChangedBeforeOnsetWeeks)
                .number("missedDays", Medicine::getMissedDays)
                .number("mgPerDay", Medicine::getMgPerDay)
                .text("improvedAfterStopping", Medicine::getImprovedAfterStopping)
                .text("recurredAfterRestart", Medicine::getRecurredAfterRestart)
                .register();
        named(new Builder<>("Condition", Condition.class, "name"))
                .flag("stable", Condition::isStable)
                .register();
        named(new Builder<>("Exposure", Exposure.class, "name"))
                .number("lastedDays", Exposure::getLastedDays)
                .register();
        named(new Builder<>("FamilyHistory", FamilyHistory.class, "name")).register();
        new Builder<>("Group", Group.class, "name")
                .text("name", Group::getName)
                .number("present", Group::getPresent)
                .number("acute", Group::getAcute)
                .number("absent", Group::getAbsent)
                .number("unknown", Group::getUnknown)
                .flag("any", Group::isAny)
                .register();
    }

    private final String name;
    private final Class<?> factClass;
    private final String key;
    private final Map<String, Property> properties;

    private FactType(String name, Class<?> factClass, String key, Map<String, Property> properties) {
        this.name = name;
        this.factClass = factClass;
        this.key = key;
        this.properties = properties;
    }

    /** The type of this name, as a rule writes it. */
    public static Optional<FactType> of(String name) {
        return Optional.ofNullable(TYPES.get(name));
    }

    /** All types in the order in which the documentation lists them. */
    public static Iterable<FactType> all() {
        return TYPES.values();
    }

    public String name() {
        return name;
    }

    public Class<?> factClass() {
        return factClass;
    }

    /** The property that says which name of the vocabulary a fact is about; empty for a type that has none. */
    public String key() {
        return key;
    }

    public Map<String, Property> properties() {
        return properties;
    }

    private static <T extends Dated> Builder<T> dated(Builder<T> builder) {
        return builder.number("hours", Dated::getHours)
                .number("days", Dated::getDays)
                .number("weeks", Dated::getWeeks)
                .number("months", Dated::getMonths);
    }

    private static <T extends Named> Builder<T> named(Builder<T> builder) {
        return dated(builder.text("name", Named::getName)
                .flag("present", Named::isPresent)
                .flag("absent", Named::isAbsent));
    }

    private static final class Builder<T> {
        private final String name;
        private final Class<T> factClass;
        private final String key;
        private final Map<String, Property> properties = new LinkedHashMap<>();

        Builder(String name, Class<T> factClass, String key) {
            this.name = name;
            this.factClass = factClass;
            this.key = key;
        }

        Builder<T> number(String property, ToDoubleFunction<? super T> read) {
            properties.put(property, new Property.Number(fact -> read.applyAsDouble(factClass.cast(fact))));
            return this;
        }

        Builder<T> text(String property, Function<? super T, String> read) {
            properties.put(property, new Property.Text(fact -> read.apply(factClass.cast(fact))));
            return this;
        }

        Builder<T> flag(String property, Predicate<? super T> read) {
            properties.put(property, new Property.Flag(fact -> read.test(factClass.cast(fact))));
            return this;
        }

        void register() {
            TYPES.put(name, new FactType(name, factClass, key, java.util.Collections.unmodifiableMap(properties)));
        }
    }
}
