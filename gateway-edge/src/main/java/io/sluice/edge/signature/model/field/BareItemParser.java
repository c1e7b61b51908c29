package io.sluice.edge.signature.model.field;

import java.util.Base64;

/** Reads one value by its first character (RFC 9651, section 4.2.3.1). */
final class BareItemParser {

    private static final String TOKEN_PUNCTUATION = "!#$%&'*+-.^_`|~:/";

    static final CharacterSet DIGITS = CharacterSet.of(BareItemParser::isDigit);

    /** Printable ASCII that stands for itself. */
    private static final CharacterSet PLAIN = CharacterSet.of(c -> c >= ' ' && c <= '~' && c != '"' && c != '\\');

    private static final CharacterSet TOKEN =
            CharacterSet.of(c -> isAlpha(c) || isDigit(c) || TOKEN_PUNCTUATION.indexOf(c) >= 0);
    private static final CharacterSet BASE64 =
            CharacterSet.of(c -> isAlpha(c) || isDigit(c) || c == '+' || c == '/' || c == '=');

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
        String plain = cursor.run(PLAIN);
        return new BareItem.Text(cursor.skip('"') ? plain : plain + escaped());
    }

    /** The rest of a text from a backslash on, to its end. */
    private String escaped() {
        StringBuilder value = new StringBuilder();
        while (!cursor.skip('"')) {
            if (!cursor.skip('\\')) {
                throw cursor.unexpected("printable ASCII or '\"'");
            }
            if (cursor.peek() != '"' && cursor.peek() != '\\') {
                throw cursor.unexpected("'\"' or '\\' behind the backslash");
            }
            value.append(cursor.next()).append(cursor.run(PLAIN));
        }
        return value.toString();
    }

    private BareItem.Token token() {
        return new BareItem.Token(cursor.run(TOKEN));
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
        String base64 = cursor.run(BASE64);
        if (!cursor.skip(':')) {
            throw cursor.unexpected("base64 or ':'");
        }
        return canonical(base64);
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

    static boolean isDigit(int c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLower(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean isAlpha(int c) {
        return isLower(c) || (c >= 'A' && c <= 'Z');
    }
}
