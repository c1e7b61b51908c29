package io.sluice.channels.unionpay;

import io.sluice.core.channel.bill.BillException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of an answer {@code k=v&k=v} as its bytes come, but for one whose value is too long to be kept. The rules are those of
 * {@link io.sluice.channels.unionpay.model.AnswerText}.
 */
final class AnswerFields {

    private static final int LONGEST = 1 << 16;

    private final SortedMap<String, String> fields = new TreeMap<>();
    private final ByteArrayOutputStream pair = new ByteArrayOutputStream();
    private int depth;

    /** Takes a byte of any field but the long one; true when that one's value begins behind it. */
    boolean begins(byte sign, String longField) {
        if (sign == '&' && depth == 0) {
            finish();
            return false;
        }
        depth += sign == '{' ? 1 : sign == '}' ? -1 : 0;
        if (pair.size() == LONGEST) {
            throw BillException.broken("a field of the answer is longer than " + LONGEST + " bytes");
        }
        pair.write(sign);
        if (sign != '=' || pair.size() != longField.length() + 1 || !text().equals(longField + '=')) {
            return false;
        }
        pair.reset();
        return true;
    }

    /** The field is at its end. */
    void finish() {
        String text = text();
        pair.reset();
        if (text.isEmpty()) {
            return;
        }
        int equals = text.indexOf('=');
        if (equals < 1 || fields.put(text.substring(0, equals), text.substring(equals + 1)) != null) {
            throw BillException.broken("the answer is not of the form k=v&k=v, each field once");
        }
    }

    private String text() {
        return pair.toString(StandardCharsets.UTF_8);
    }

    SortedMap<String, String> all() {
        return fields;
    }
}
