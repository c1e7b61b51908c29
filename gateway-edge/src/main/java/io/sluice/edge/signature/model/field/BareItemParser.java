package io.sluice.edge.signature.model.field;

import java.util.Base64;

/** Reads one value by its first character (RFC 9651, section 4.2.3.1). */
final class BareItemParser {

    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~:/";

    private final Cursor cursor;
    private final NumberParser numbers;

    BareItemParser(Cursor cursor) {
        this.cursor = cursor;
        this.numbers = new NumberParser(cursor);
    }

    BareItem parse() {
        char first = cursor.peek();
        return switch (first) {
            case '"' -> text();
            case ':' -> bytes();
            case '?' -> flag();
            case '@' -> date();
            default -> {
                if (first == '-' || isDigit(first)) {
                    yield numbers.parse();
                }
                if (first == '*' || isAlpha(first)) {
                    yield token();
                }
                throw cursor.unexpected("a value");
            }
        };
    }

    private BareItem.Text text() {
        cursor.expect('"');
        StringBuilder value = new StringBuilder();
        while (!cursor.skip('"')) {
            boolean escaped = cursor.skip('\\');
            char c = cursor.peek();
            if (c < ' ' || c > '~' || (escaped && c != '"' && c != '\\')) {
                throw cursor.unexpected(escaped ? "'\"' or '\\' behind the backslash" : "printable ASCII or '\"'");
            }
            value.append(cursor.next());
        }
        return new BareItem.Text(value.toString());
    }

    private BareItem.Token token() {
        StringBuilder value = new StringBuilder();
        while (isTokenCharacter(cursor.peek())) {
            value.append(cursor.next());
        }
        return new BareItem.Token(value.toString());
    }

    private BareItem.Flag flag() {
        cursor.expect('?');
        if (cursor.skip('1')) {
            return new BareItem.Flag(true);
        }
        if (cursor.skip('0')) {
            return new BareItem.Flag(false);
        }
        throw cursor.unexpected("'0' or '1'");
    }

    private BareItem.Date date() {
        cursor.expect('@');
        if (numbers.parse() instanceof BareItem.Whole(long seconds)) {
            return new BareItem.Date(seconds);
        }
        throw cursor.refuse("has a date with a fraction");
    }

    private BareItem.Bytes bytes() {
        cursor.expect(':');
        StringBuilder base64 = new StringBuilder();
        while (!cursor.skip(':')) {
            if (!isBase64Character(cursor.peek())) {
                throw cursor.unexpected("base64 or ':'");
            }
            base64.append(cursor.next());
        }
        return canonical(base64.toString());
    }

    /** Refuses missing padding and stray last bits, so that a byte sequence has one spelling only. */
    private BareItem.Bytes canonical(String base64) {
        try {
            BareItem.Bytes bytes = BareItem.Bytes.of(Base64.getDecoder().decode(base64));
            if (bytes.base64().equals(base64)) {
                return bytes;
            }
        } catch (IllegalArgumentException _) {
            // Falls through to the same refusal.
        }
        throw cursor.refuse("has a byte sequence that is not canonical, padded base64");
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(char c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isAlpha(char c) {
        return isLower(c) || (c >= 'A' && c <= 'Z');
    }

    private static boolean isTokenCharacter(char c) {
        return isAlpha(c) || isDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0;
    }

    private static boolean isBase64Character(char c) {
        return isAlpha(c) || isDigit(c) || c == '+' || c == '/' || c == '=';
    }
}
