package io.sluice.sandbox.simulators.bank.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A message by its type and its fields, each as its characters. Its {@code toString} shows no card number. */
public record Message(int type, Map<Integer, String> fields) {
    /** Told back in every answer, so that it finds its question. */
    private static final List<Integer> ECHOED = List.of(
            De.PROCESSING,
            De.AMOUNT,
            De.SENT_AT,
            De.STAN,
            De.RETRIEVAL,
            De.TERMINAL,
            De.MERCHANT,
            De.CURRENCY,
            De.TYPE_AND_BATCH);

    public Message {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** The characters of a field, or an empty text. */
    public String text(int field) {
        return fields.getOrDefault(field, "").strip();
    }

    public boolean has(int... wanted) {
        for (int field : wanted) {
            if (text(field).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    public Message with(int field, String value) {
        var changed = new TreeMap<>(fields);
        changed.put(field, value);
        return new Message(type, changed);
    }

    /** The answer with that code. */
    public Message answer(String code) {
        var answer = new TreeMap<Integer, String>();
        ECHOED.stream().filter(fields::containsKey).forEach(field -> answer.put(field, fields.get(field)));
        answer.put(De.CODE, code);
        return new Message(type + 0x10, answer);
    }

    @Override
    public String toString() {
        var shown = new TreeMap<Integer, String>(fields);
        shown.computeIfPresent(De.PAN, (field, pan) -> Cards.masked(pan));
        shown.computeIfPresent(De.EXPIRY, (field, expiry) -> "****");
        return "%04x%s".formatted(type, shown);
    }
}
