package io.sluice.edge.signature.model.field;

/** How large a field may be before it is refused unread. Generous for people, tight for attackers. */
final class Limits {

    static final int CHARACTERS = 16 * 1024;
    static final int MEMBERS = 64;
    static final int ITEMS = 64;
    static final int PARAMETERS = 32;
    static final int NAME_CHARACTERS = 64;

    private Limits() {}
}
