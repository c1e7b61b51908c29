package io.sluice.ledger.posting.r2dbc;

/** PostgreSQL's text knows no NUL; whatever an event contains has to be kept for people to look at. */
final class Storable {

    private Storable() {}

    static String text(String text) {
        return text.indexOf('\0') < 0 ? text : text.replace('\0', '\uFFFD');
    }
}
