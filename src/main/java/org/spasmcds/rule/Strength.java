package org.spasmcds.rule;

/** How closely a rule ties its condition to the complaint, closest first. */
public enum Strength {
    /** The trigger, sign or result explains this complaint. */
    DIRECT,
    /** A condition, medicine or result that is known to go with it. */
    ASSOCIATED,
    /** The rule only says that something could be wrong, and asks for a test. */
    RISK;
}
