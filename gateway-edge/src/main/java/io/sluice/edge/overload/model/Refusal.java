package io.sluice.edge.overload.model;

import java.util.Locale;

/** Why somebody is not let in. */
public enum Refusal {
    /** As much as can be is being worked on. */
    OVERLOADED,
    /** Others wait for him who takes more than his share. */
    OVER_SHARE,
    /** Too many requests wait to be answered, for channels too. */
    FULL,
    /** It waited for so long before its turn that working on it now would only delay the next. */
    LATE;

    /** As metrics have it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
