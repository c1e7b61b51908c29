package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.keys.Nonces;
import java.util.Locale;

/** Ids in the form of the channel's own. */
final class Ids {
    private Ids() {}

    /** Of an order, an authorization, a capture or a refund: seventeen capitals and digits. */
    static String resource() {
        return upper(17);
    }

    static String webhook() {
        return "WH-" + upper(17) + "-" + upper(17);
    }

    static String debug() {
        return Nonces.next(13).toLowerCase(Locale.ROOT);
    }

    private static String upper(int length) {
        return Nonces.next(length).toUpperCase(Locale.ROOT);
    }
}
