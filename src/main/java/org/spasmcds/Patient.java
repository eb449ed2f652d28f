package org.spasmcds;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Consumer;
import org.spasmcds.intake.Entry;
import org.spasmcds.intake.Field;
import org.spasmcds.intake.Section;
import org.spasmcds.intake.When;
import org.spasmcds.vocabulary.Kind;
import org.spasmcds.vocabulary.Name;
import org.spasmcds.vocabulary.Vocabulary;

/**
 * What is known about a patient. Immutable. Comes from {@link Ruleset#patient()}, which knows the names that may be used; what is not
 * said stays unknown.
 */
public final class Patient {
    private final Vocabulary vocabulary;
    private final OptionalDouble age;
    private final Optional<LocalDate> birthDate;
    private final String sex;
    private final List<Entry> entries;
    private final Set<Section> complete;

    private Patient(Builder builder) {
        vocabulary = builder.vocabulary;
        age = Double.isNaN(builder.age) ? OptionalDouble.empty() : OptionalDouble.of(builder.age);
        birthDate = Optional.ofNullable(builder.birthDate);
        sex = builder.sex;
        entries = withoutRepetitions(builder.entries);
        complete = Set.copyOf(builder.complete);
    }

    /** What was said twice in the same words counts once, whatever was remarked on it and wherever it was taken from. */
    private static List<Entry> withoutRepetitions(List<Entry> entries) {
        Map<Object, Entry> first = new LinkedHashMap<>();
        entries.forEach(entry -> first.putIfAbsent(List.of(entry.section(), entry.name(), read(entry)), entry));
        return List.copyOf(first.values());
    }

    /** The values that rules can read. */
    private static Map<String, Object> read(Entry entry) {
        if (Collections.disjoint(entry.values().keySet(), Section.NOT_READ)) {
            return entry.values();
        }
        Map<String, Object> values = new HashMap<>(entry.values());
        values.keySet().removeAll(Section.NOT_READ);
        return values;
    }

    /** Whether the names of this patient are those of a vocabulary. */
    boolean isIn(Vocabulary other) {
        return vocabulary.hasNamesOf(other);
    }

    /** Age in years as given. */
    public OptionalDouble age() {
        return age;
    }

    public Optional<LocalDate> birthDate() {
        return birthDate;
    }

    /** {@code female} or {@code male}; empty when not known. */
    public String sex() {
        return sex;
    }

    /** The facts in the order in which they were given. */
    public List<Entry> entries() {
        return entries;
    }

    /** The lists that name everything there is, so that what they do not name is known to be absent. */
    public Set<Section> complete() {
        return complete;
    }

    /** A builder that begins with all that is known of this patient. */
    public Builder change() {
        Builder builder = new Builder(vocabulary);
        builder.age = age.orElse(Double.NaN);
        builder.birthDate = birthDate.orElse(null);
        builder.sex = sex;
        builder.entries.addAll(entries);
        entries.forEach(entry -> builder.counts[entry.section().ordinal()]++);
        builder.complete.addAll(complete);
        return builder;
    }

    /**
     * This patient with one fact changed.
     *
     * @throws InvalidPatientException when the changed fact contradicts another
     */
    Patient with(Entry entry, Map<String, Object> values) {
        Builder builder = change();
        builder.entries.replaceAll(each ->
                each == entry ? new Entry(entry.section(), entry.path(), entry.name(), Map.copyOf(values)) : each);
        return builder.build();
    }

    /**
     * Collects facts and checks each on entry.
     *
     * <p>A name is an identifier, a synonym or a code ({@code LOINC 2823-3}) of the vocabulary. The details of a fact are set in a
     * block: {@code .symptom("muscle-weakness", it -> it.set("side", "left").set("onset", "3 days ago"))}; the fields are those of the
     * patient document.
     */
    public static final class Builder {
        private static final Set<String> SEXES = Set.of("female", "male");

        private final Vocabulary vocabulary;
        private final List<Entry> entries = new ArrayList<>();
        private final Set<Section> complete = EnumSet.noneOf(Section.class);
        private final int[] counts = new int[Section.values().length];
        private double age = Double.NaN;
        private LocalDate birthDate;
        private String sex = "";

        Builder(Vocabulary vocabulary) {
            this.vocabulary = vocabulary;
        }

        /**
         * @param years age in years, 0 to 130
         */
        public Builder age(double years) {
            if (!(years >= 0 && years <= 130)) {
                throw new InvalidPatientException(
                        "age", Double.toString(years), "is not an age in years; allowed: 0 to 130");
            }
            age = years;
            return this;
        }

        public Builder birthDate(LocalDate date) {
            birthDate = Objects.requireNonNull(date, "birthDate");
            return this;
        }

        /**
         * @param value {@code female} or {@code male}
         */
        public Builder sex(String value) {
            if (!SEXES.contains(Objects.requireNonNull(value, "sex"))) {
                throw new InvalidPatientException(
                        "sex", quoted(value), "is not allowed; allowed: female, male, or left out");
            }
            sex = value;
            return this;
        }

        /** The patient is pregnant; the week is not known. */
        public Builder pregnant() {
            return fact(Section.CONDITIONS, "pregnancy", "pregnancy", Map.of());
        }

        /**
         * @param weeks completed weeks of pregnancy
         */
        public Builder pregnant(int weeks) {
            return pregnant()
                    .fact(
                            Section.RESULTS,
                            "pregnancy.weeks",
                            "gestational-age",
                            Map.of("value", (double) weeks, "unit", "wk", "at", "now"));
        }

        public Builder notPregnant() {
            return fact(Section.CONDITIONS, "pregnancy", "pregnancy", Map.of("status", "absent"));
        }

        /** A muscle cramp at these sites. */
        public Builder cramp(String... sites) {
            return spasm(it -> it.set("kind", "muscle-cramp").set("sites", List.of(sites)));
        }

        public Builder spasm(Consumer<Details> details) {
            return fact(Section.SPASMS, "", collect(details));
        }

        public Builder symptom(String name) {
            return fact(Section.SYMPTOMS, name, Map.of());
        }

        public Builder symptom(String name, Consumer<Details> details) {
            return fact(Section.SYMPTOMS, name, collect(details));
        }

        public Builder noSymptom(String name) {
            return fact(Section.SYMPTOMS, name, Map.of("status", "absent"));
        }

        /** A result of the present assessment. */
        public Builder result(String test, double value, String unit) {
            return result(test, value, unit, it -> {});
        }

        /** A result with details; of the present assessment unless {@code at} says otherwise. */
        public Builder result(String test, double value, String unit, Consumer<Details> details) {
            Map<String, Object> values = new LinkedHashMap<>(collect(details));
            values.putIfAbsent("at", new When.Ago(0));
            values.put("value", value);
            values.put("unit", unit);
            return fact(Section.RESULTS, test, values);
        }

        public Builder medicine(String name) {
            return fact(Section.MEDICINES, name, Map.of());
        }

        public Builder medicine(String name, Consumer<Details> details) {
            return fact(Section.MEDICINES, name, collect(details));
        }

        /** No medicine besides those named is taken. */
        public Builder medicinesComplete() {
            return complete(Section.MEDICINES);
        }

        public Builder condition(String name) {
            return fact(Section.CONDITIONS, name, Map.of());
        }

        public Builder condition(String name, Consumer<Details> details) {
            return fact(Section.CONDITIONS, name, collect(details));
        }

        public Builder noCondition(String name) {
            return fact(Section.CONDITIONS, name, Map.of("status", "absent"));
        }

        /** No condition besides those named is on record. */
        public Builder conditionsComplete() {
            return complete(Section.CONDITIONS);
        }

        public Builder exposure(String name) {
            return fact(Section.EXPOSURES, name, Map.of());
        }

        public Builder exposure(String name, Consumer<Details> details) {
            return fact(Section.EXPOSURES, name, collect(details));
        }

        public Builder noExposure(String name) {
            return fact(Section.EXPOSURES, name, Map.of("status", "absent"));
        }

        public Builder familyHistory(String condition) {
            return fact(Section.FAMILY_HISTORY, condition, Map.of());
        }

        /** What the list does not name is known to be absent. */
        public Builder complete(Section section) {
            complete.add(section);
            return this;
        }

        /**
         * Adds a fact by the names of the patient document.
         *
         * @param name empty for a spasm
         * @param values the other fields
         * @throws InvalidPatientException when a name or field is unknown or a value is not allowed
         */
        public Builder fact(Section section, String name, Map<String, ?> values) {
            String path = section.label() + "[" + counts[section.ordinal()]++ + "]";
            return fact(section, path, name, values);
        }

        /** As {@link #fact(Section, String, Map)}, with the place in the caller's document for messages. */
        public Builder fact(Section section, String path, String name, Map<String, ?> values) {
            Map<String, Object> read = new LinkedHashMap<>();
            values.forEach((field, value) -> read.put(field, read(section, path, field, value)));
            String id = section.key().isEmpty() ? "" : resolve(section, path, name);
            entries.add(new Entry(section, path, id, Map.copyOf(read)));
            return this;
        }

        /**
         * Adds a detail to what was said before: to every entry of this name that is there and does not have the detail yet.
         *
         * @param name empty for the spasms
         * @throws InvalidPatientException when there is no such entry, or the field is unknown or the value not allowed
         */
        public Builder detail(Section section, String name, String field, Object value) {
            Object read = read(section, section.label(), field, value);
            boolean found = false;
            for (int i = 0; i < entries.size(); i++) {
                Entry entry = entries.get(i);
                if (entry.section() == section
                        && entry.name().equals(name)
                        && !List.of("absent", "unknown").contains(entry.text("status"))
                        && !entry.values().containsKey(field)) {
                    Map<String, Object> values = new LinkedHashMap<>(entry.values());
                    values.put(field, read);
                    entries.set(i, new Entry(section, entry.path(), name, Map.copyOf(values)));
                    found = true;
                }
            }
            if (!found) {
                throw new InvalidPatientException(
                        section.label() + (name.isEmpty() ? "" : "." + name) + "." + field,
                        quoted(value),
                        "belongs to no entry that is there and leaves it open; allowed: a detail of a known entry");
            }
            return this;
        }

        public Patient build() {
            if (!Double.isNaN(age) && birthDate != null) {
                throw new InvalidPatientException("age", "", "stands beside birthDate; allowed: one of the two");
            }
            Contradictions.refuse(entries, vocabulary);
            return new Patient(this);
        }

        private String resolve(Section section, String path, String name) {
            return find(name, section.kinds(), path + "." + section.key());
        }

        private String find(String written, Set<Kind> kinds, String path) {
            Objects.requireNonNull(written, path);
            Optional<Name> found = vocabulary.find(written, kinds);
            if (found.isPresent()) {
                return found.get().id();
            }
            Optional<Name> elsewhere = vocabulary.find(written, EnumSet.allOf(Kind.class));
            if (elsewhere.isPresent()) {
                throw new InvalidPatientException(
                        path,
                        quoted(written),
                        "is a name of the kind " + elsewhere.get().kind().label() + "; allowed here: " + labels(kinds));
            }
            List<String> near = vocabulary.nearest(written, kinds);
            throw new InvalidPatientException(
                    path,
                    quoted(written),
                    "is not a known " + labels(kinds)
                            + (near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?"));
        }

        private Object read(Section section, String path, String name, Object value) {
            Field field = section.field(name)
                    .orElseThrow(() -> new InvalidPatientException(
                            path + "." + name,
                            "",
                            "is not a field of " + section.label() + "; allowed: "
                                    + String.join(
                                            ", ",
                                            section.fields().stream()
                                                    .map(Field::name)
                                                    .toList())));
            Object read = field.type()
                    .read(value)
                    .orElseThrow(() -> new InvalidPatientException(
                            path + "." + name,
                            quoted(value),
                            "is not allowed; " + field.type().allowed()));
            if (field.type() instanceof Field.Site) {
                return find((String) read, EnumSet.of(Kind.SITE), path + "." + name);
            }
            if (field.type() instanceof Field.Sites) {
                return ((List<?>) read)
                        .stream()
                                .map(site -> find((String) site, EnumSet.of(Kind.SITE), path + "." + name))
                                .toList();
            }
            return read;
        }

        private static Map<String, Object> collect(Consumer<Details> details) {
            Details collected = new Details();
            details.accept(collected);
            return collected.values;
        }

        private static String labels(Set<Kind> kinds) {
            return String.join(" or ", kinds.stream().map(Kind::label).toList());
        }

        private static String quoted(Object value) {
            String text = String.valueOf(value);
            return value instanceof String
                    ? "\"" + (text.length() > 60 ? text.substring(0, 60) + "…" : text) + "\""
                    : text;
        }
    }

    /** The details of one fact. */
    public static final class Details {
        private final Map<String, Object> values = new LinkedHashMap<>();

        private Details() {}

        /**
         * @param field a field of the patient document
         * @param value a text, a number, true or false, a list of texts, or a {@link java.time.Instant} or {@link LocalDate} where
         *     the field is a time
         */
        public Details set(String field, Object value) {
            values.put(field, time(value));
            return this;
        }

        private static Object time(Object value) {
            if (value instanceof java.time.Instant instant) {
                return new When.Moment(instant);
            }
            return value instanceof LocalDate date ? new When.Day(date) : value;
        }
    }
}
