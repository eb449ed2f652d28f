package org.spasmcds.authoring.mutation;

/** What a mutant changes. */
public enum MutantKind {
    NUMBER("number moved"),
    OPERATOR("number turned"),
    FLAG("flag turned"),
    PATTERN("pattern lost"),
    COMPARISON("comparison lost"),
    RULE("rule lost"),
    LEVEL("level moved"),
    LIMIT("group limit"),
    /** One of several names in a list; not counted into any score, since a long list is no more of a risk than a short one. */
    NAME("name lost");

    private final String label;

    MutantKind(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
