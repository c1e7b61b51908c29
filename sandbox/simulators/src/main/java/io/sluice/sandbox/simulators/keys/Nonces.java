package io.sluice.sandbox.simulators.keys;

import java.util.concurrent.ThreadLocalRandom;

/** Random text of letters and digits. It need not be unguessable: a simulator guards no money. */
public final class Nonces {
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

    private Nonces() {}

    /** Thirty-two letters and digits. */
    public static String next() {
        return next(32);
    }

    public static String next(int length) {
        var random = ThreadLocalRandom.current();
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    public static String digits(int length) {
        var random = ThreadLocalRandom.current();
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
