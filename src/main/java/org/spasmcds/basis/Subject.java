package org.spasmcds.basis;

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
