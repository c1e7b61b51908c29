package io.sluice.edge.signature.model.field;

import static io.sluice.edge.signature.model.field.BareItemParser.isDigit;
import static io.sluice.edge.signature.model.field.BareItemParser.isLower;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads dictionaries, inner lists and parameters (RFC 9651, section 4.2). */
final class DictionaryParser {

    private static final CharacterSet KEY =
            CharacterSet.of(c -> isLower(c) || isDigit(c) || c == '_' || c == '-' || c == '.' || c == '*');

    private final Cursor cursor;
    private final BareItemParser bareItems;

    private DictionaryParser(Cursor cursor) {
        this.cursor = cursor;
        this.bareItems = new BareItemParser(cursor);
    }

    static Dictionary parse(String field, String text) {
        return new DictionaryParser(new Cursor(field, text)).dictionary();
    }

    private Dictionary dictionary() {
        Map<String, Member> members = new LinkedHashMap<>();
        cursor.skipSpaces();
        while (!cursor.atEnd()) {
            String key = key();
            Member member = cursor.skip('=') ? member() : new Item(new BareItem.Flag(true), parameters());
            put(members, key, member, Limits.MEMBERS);
            separator();
        }
        return new Dictionary(members);
    }

    private void separator() {
        cursor.skipBlanks();
        if (cursor.atEnd()) {
            return;
        }
        cursor.expect(',');
        cursor.skipBlanks();
        if (cursor.atEnd()) {
            throw cursor.unexpected("a member behind the comma");
        }
    }

    private Member member() {
        return cursor.peek() == '(' ? innerList() : item();
    }

    private InnerList innerList() {
        cursor.expect('(');
        List<Item> items = new ArrayList<>();
        cursor.skipSpaces();
        while (!cursor.skip(')')) {
            items.add(item());
            if (items.size() > Limits.ITEMS) {
                throw cursor.refuse("has a list of more than " + Limits.ITEMS + " items");
            }
            if (cursor.peek() != ' ' && cursor.peek() != ')') {
                throw cursor.unexpected("a space or ')'");
            }
            cursor.skipSpaces();
        }
        return new InnerList(items, parameters());
    }

    private Item item() {
        BareItem value = bareItems.parse();
        return new Item(value, parameters());
    }

    private Parameters parameters() {
        if (cursor.peek() != ';') {
            return Parameters.NONE;
        }
        Map<String, BareItem> values = new LinkedHashMap<>();
        while (cursor.skip(';')) {
            cursor.skipSpaces();
            String name = key();
            put(values, name, cursor.skip('=') ? bareItems.parse() : new BareItem.Flag(true), Limits.PARAMETERS);
        }
        return new Parameters(values);
    }

    private String key() {
        if (!isLower(cursor.peek()) && cursor.peek() != '*') {
            throw cursor.unexpected("a lower-case key");
        }
        String key = cursor.run(KEY);
        if (key.length() > Limits.NAME_CHARACTERS) {
            throw cursor.refuse("has a key of more than " + Limits.NAME_CHARACTERS + " characters");
        }
        return key;
    }

    private <V> void put(Map<String, V> target, String key, V value, int limit) {
        if (target.putIfAbsent(key, value) != null) {
            throw cursor.refuse("has \"" + key + "\" twice");
        }
        if (target.size() > limit) {
            throw cursor.refuse("has more than " + limit + " entries");
        }
    }
}
