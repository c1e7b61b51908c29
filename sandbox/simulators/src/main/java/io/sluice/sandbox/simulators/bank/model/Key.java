package io.sluice.sandbox.simulators.bank.model;

/** By which the host knows a transaction of a terminal. */
public record Key(String terminal, String stan, String sentAt) {

    public static Key of(Message message) {
        return new Key(message.text(De.TERMINAL), message.text(De.STAN), message.text(De.SENT_AT));
    }

    /** What DE 61 names: batch, STAN and DE 7 of the original, of the same terminal. */
    static Key ofOriginal(Message message) {
        String named = message.text(De.ORIGINAL);
        return named.length() == 22
                ? new Key(message.text(De.TERMINAL), named.substring(6, 12), named.substring(12))
                : new Key(message.text(De.TERMINAL), "", "");
    }
}
