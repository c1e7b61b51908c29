package io.sluice.sandbox.books;

import java.util.List;

/**
 * What one check found.
 *
 * @param rule what must hold
 * @param differences where it does not, each with its ids
 */
public record Finding(String rule, List<String> differences) {

    public boolean holds() {
        return differences.isEmpty();
    }
}
