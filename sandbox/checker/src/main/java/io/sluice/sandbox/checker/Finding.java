package io.sluice.sandbox.checker;

import java.util.List;

/**
 * What became of one check.
 *
 * @param check its name
 * @param rule what must hold
 * @param violations where it does not, each with its ids
 */
public record Finding(String check, String rule, List<String> violations) {

    public boolean holds() {
        return violations.isEmpty();
    }
}
