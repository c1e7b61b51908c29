package io.sluice.sandbox.cli;

import io.sluice.sandbox.place.SandboxException;

/** Words of a command that have no choice yet. */
final class Words {
    private Words() {}

    static void require(String word, String only) {
        if (!word.equals(only)) {
            throw new SandboxException("'" + word + "' is not known here: write '" + only + "'");
        }
    }
}
