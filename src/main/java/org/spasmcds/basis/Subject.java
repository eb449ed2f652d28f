package org.spasmcds.basis;

import java.util.List;
import org.spasmcds.intake.Section;

/** One thing that can be asked about a patient. */
public sealed interface Subject {
    /** Names it in a dialog, for example {@code symptoms.muscle-weakness} or {@code results.potassium}. */
    String id();

    /** The age of the patient. */
    record Age() implements Subject {
        @Override
        public String id() {
            return "age";
        }
    }

    /** The sex of the patient. */
    record Sex() implements Subject {
        @Override
        public String id() {
            return "sex";
        }
    }

    /** What kind of cramp, spasm or twitch it is, if any. */
    record Complaint() implements Subject {
        @Override
        public String id() {
            return Section.SPASMS.label();
        }
    }

    /** When the cramp, spasm or twitch comes: at night, at rest, with exertion. */
    record Circumstances() implements Subject {
        /** The fields that say it. */
        public static final List<String> FIELDS =
                List.of("nocturnal", "atRest", "exertional", "postural", "duringDialysis", "stimulusTriggered");

        @Override
        public String id() {
            return Section.SPASMS.label() + ".when";
        }
    }

    /** What there is of a section: all medicines, all known diseases, or what else is complained of. */
    record Listing(Section section) implements Subject {
        /** Whether the answer names everything there is, so that what it does not name is known to be absent. */
        public boolean closes() {
            return section == Section.MEDICINES || section == Section.CONDITIONS;
        }

        @Override
        public String id() {
            return section.label();
        }
    }

    /** Whether something is there. */
    record Presence(Section section, String name) implements Subject {
        @Override
        public String id() {
            return section.label() + "." + name;
        }
    }

    /** Which of several things of one section are there. */
    record Checklist(Section section, List<String> names) implements Subject {
        static final String AND = "+";

        public Checklist {
            names = List.copyOf(names);
        }

        /** Each as a question of its own. */
        public List<Presence> each() {
            return names.stream().map(name -> new Presence(section, name)).toList();
        }

        @Override
        public String id() {
            return section.label() + "." + String.join(AND, names);
        }
    }

    /**
     * Everything that the answer to the open question of a section did not name. No question, but kept with those that need not be
     * asked again: who was asked what else there is and answered would have named most of it.
     */
    record Unnamed(Section section) implements Subject {
        static final String ALL = "*";

        @Override
        public String id() {
            return section.label() + "." + ALL;
        }
    }

    /** A result. */
    record Value(String test) implements Subject {
        @Override
        public String id() {
            return Section.RESULTS.label() + "." + test;
        }
    }

    /**
     * A detail of something that is known to be there.
     *
     * @param name empty for the spasms
     */
    record Detail(Section section, String name, String field) implements Subject {
        @Override
        public String id() {
            return section.label() + (name.isEmpty() ? "" : "." + name) + "." + field;
        }
    }
}
