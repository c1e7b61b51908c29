package io.sluice.edge.signature.model.field;

/** A position in a field's text that only moves forward. */
final class Cursor {

    /** What {@link #peek} answers behind the last character; no field can contain it. */
    static final char END = '\uFFFF';

    private final String field;
    private final String text;
    private int position;

    Cursor(String field, String text) {
        this.field = field;
        this.text = text;
        if (text.length() > Limits.CHARACTERS) {
            throw refuse("is longer than " + Limits.CHARACTERS + " characters");
        }
    }

    char peek() {
        return position < text.length() ? text.charAt(position) : END;
    }

    char next() {
        char character = peek();
        position++;
        return character;
    }

    boolean skip(char wanted) {
        if (peek() != wanted) {
            return false;
        }
        position++;
        return true;
    }

    /** The characters from here on that are of the set; none when the next one is another. */
    String run(CharacterSet set) {
        int from = position;
        while (position < text.length() && set.has(text.charAt(position))) {
            position++;
        }
        return text.substring(from, position);
    }

    void expect(char wanted) {
        if (!skip(wanted)) {
            throw unexpected("'" + wanted + "'");
        }
    }

    void skipSpaces() {
        while (peek() == ' ') {
            position++;
        }
    }

    /** Spaces and tabs, which only separate members of a dictionary. */
    void skipBlanks() {
        while (peek() == ' ' || peek() == '\t') {
            position++;
        }
    }

    boolean atEnd() {
        return position >= text.length();
    }

    MalformedFieldException unexpected(String wanted) {
        String found = atEnd() ? "the end" : "character " + (int) peek();
        return refuse("should have " + wanted + " at position " + position + ", not " + found);
    }

    MalformedFieldException refuse(String reason) {
        return new MalformedFieldException("Field \"" + field + "\" " + reason + '.');
    }
}
