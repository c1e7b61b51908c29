package io.sluice.core.loop;

/**
 * Whether event loops are to come back to their connections soon, for somebody there is to be turned away at once. Longer
 * turns cost less: what is done in one is sent together.
 */
@FunctionalInterface
public interface Haste {
    /** Where nobody is turned away. */
    Haste NONE = () -> false;

    boolean isNeeded();
}
