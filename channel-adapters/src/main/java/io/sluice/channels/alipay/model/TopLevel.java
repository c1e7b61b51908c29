package io.sluice.channels.alipay.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where the members of a JSON object begin and end, without reading what is in them. All signs of JSON's structure are ASCII, and no byte
 * of a longer character in UTF-8 is, so that bytes can be looked at one by one.
 */
final class TopLevel {

    private static final int NONE = -1;

    private final byte[] json;
    private int at;

    TopLevel(byte[] json) {
        this.json = json;
    }

    /** A value from {@code from} to before {@code to}; the name is as it stands there, escapes and all. */
    record Member(String name, int from, int to) {}

    /** Empty when it is not one object, or one whose strings, braces and brackets do not close. */
    Optional<List<Member>> members() {
        List<Member> members = new ArrayList<>();
        if (next() != '{') {
            return Optional.empty();
        }
        at++;
        if (next() == '}') {
            at++;
            return whole(members);
        }
        while (true) {
            Member member = member();
            if (member == null) {
                return Optional.empty();
            }
            members.add(member);
            int sign = next();
            at++;
            if (sign == '}') {
                return whole(members);
            }
            if (sign != ',') {
                return Optional.empty();
            }
        }
    }

    private Optional<List<Member>> whole(List<Member> members) {
        return next() == NONE ? Optional.of(members) : Optional.empty();
    }

    private @Nullable Member member() {
        int name = next() == '"' ? at : NONE;
        if (name == NONE || !passString()) {
            return null;
        }
        String text = new String(json, name + 1, at - name - 2, StandardCharsets.UTF_8);
        if (next() != ':') {
            return null;
        }
        at++;
        next();
        int from = at;
        return passValue() && at > from ? new Member(text, from, at) : null;
    }

    private boolean passValue() {
        return switch (next()) {
            case '"' -> passString();
            case '{', '[' -> passNested();
            default -> passWord();
        };
    }

    /** From the quotation mark that opens to behind the one that closes. */
    private boolean passString() {
        for (at++; at < json.length; at++) {
            if (json[at] == '\\') {
                at++;
            } else if (json[at] == '"') {
                at++;
                return true;
            }
        }
        return false;
    }

    /** From what opens to behind what closes it; which kind closes which is for the reader of the content to see. */
    private boolean passNested() {
        int depth = 0;
        while (at < json.length) {
            switch (json[at]) {
                case '"' -> {
                    if (!passString()) {
                        return false;
                    }
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
            if (depth == 0) {
                return true;
            }
        }
        return false;
    }

    private boolean passWord() {
        while (at < json.length && (Character.isLetterOrDigit(json[at]) || isOf("+-."))) {
            at++;
        }
        return true;
    }

    private boolean isOf(String signs) {
        return at < json.length && signs.indexOf(json[at]) >= 0;
    }

    /** The next sign that is not white space, which is where it stands then. */
    private int next() {
        while (isOf(" \t\r\n")) {
            at++;
        }
        return at < json.length ? json[at] : NONE;
    }
}
