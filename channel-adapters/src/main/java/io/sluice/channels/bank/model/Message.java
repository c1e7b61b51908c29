package io.sluice.channels.bank.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A message by its type and its fields, each as its characters. Its {@code toString} shows no values, for some of them are a
 * card's.
 */
public record Message(int type, Map<Integer, String> fields) {

    public static final int ANSWER = 0x10;
    public static final int AUTHORIZATION_REQUEST = 0x0100;
    public static final int FINANCIAL_REQUEST = 0x0200;
    public static final int FINANCIAL_ADVICE = 0x0220;
    public static final int UPLOAD = 0x0320;
    public static final int REVERSAL = 0x0400;
    public static final int SETTLEMENT = 0x0500;
    public static final int NETWORK = 0x0800;

    /** What is said of an answer that cannot be believed. */
    public static final String WRONG_MAC = "mac_wrong";

    public Message {
        fields = Collections.unmodifiableMap(new TreeMap<>(fields));
    }

    /** Without the blanks that fill it up; an empty text where it is missing. */
    public String text(int field) {
        return fields.getOrDefault(field, "").strip();
    }

    public Message without(Integer... unwanted) {
        Map<Integer, String> left = new TreeMap<>(fields);
        left.keySet().removeAll(List.of(unwanted));
        return new Message(type, left);
    }

    @Override
    public String toString() {
        return "%04x%s".formatted(type, fields.keySet());
    }
}
