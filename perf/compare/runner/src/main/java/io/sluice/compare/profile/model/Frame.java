package io.sluice.compare.profile.model;

import java.util.regex.Pattern;

/**
 * One call on a stack.
 *
 * @param type the class's full name
 */
public record Frame(String type, String method) {
    /** Classes that the JVM makes up for lambdas have a number that differs from run to run. */
    private static final Pattern NUMBER = Pattern.compile("[./]0x[0-9a-f]+$");

    public Frame {
        type = NUMBER.matcher(type).replaceFirst("");
    }

    /** Where {@code prefix} is a package with its last dot, a class, or the beginning of a name. */
    boolean isIn(String prefix) {
        return type.startsWith(prefix);
    }

    /** The class without its package, and the method. */
    public String brief() {
        return type.substring(type.lastIndexOf('.') + 1) + '.' + method;
    }

    @Override
    public String toString() {
        return type + '.' + method;
    }
}
