package org.spasmcds.fhir;

/** Why something in FHIR data was not used. */
public enum UnusedReason {
    TYPE_NOT_READ("a type of resource in which no rule looks"),
    UNKNOWN_CODE("the code is not in the vocabulary"),
    UNVERIFIED_CODE("the code was never checked, and its display does not confirm it"),
    NO_CODE("no code"),
    ENTERED_IN_ERROR("entered in error"),
    NOT_FINAL("not final"),
    NOT_CONFIRMED("not confirmed"),
    NOT_DONE("not done, not taken or only planned"),
    RESOLVED("over"),
    NO_VALUE("no value"),
    UNKNOWN_VALUE("the value is not understood"),
    NO_UNIT("no unit"),
    UNKNOWN_UNIT("the unit is not known for this test"),
    IMPLAUSIBLE("the value is not plausible"),
    INEXACT("only a limit is known, and it decides nothing"),
    NO_TIME("no time"),
    IN_THE_FUTURE("later than the evaluation"),
    OUT_OF_WINDOW("too old to say what is now"),
    EARLIER_VALUE("a later value counts"),
    REPEATED("the same is known from another resource"),
    CONTRADICTED("another resource says the opposite"),
    NOT_SYSTEMIC("acts only where it is applied"),
    OTHER_PATIENT("about somebody else, or nobody who is named"),
    UNRESOLVED_REFERENCE("refers to what is not there"),
    DECEASED("the patient is recorded as deceased"),
    NOT_ALLOWED("the value is outside of what is allowed");

    private final String words;

    UnusedReason(String words) {
        this.words = words;
    }

    /** The reason in words. */
    public String words() {
        return words;
    }
}
