package io.sluice.channels.bank;

import io.sluice.channels.bank.model.Terminal;
import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import java.util.HexFormat;

/** A terminal at a bank's host. Its {@code toString} shows no key. */
record BankAccount(
        ChannelAccountId id, String host, int port, Terminal terminal, String macKey, int connections, Duration echo) {

    byte[] macKeyBytes() {
        return HexFormat.of().parseHex(macKey);
    }

    @Override
    public String toString() {
        return "BankAccount[" + id + ", " + terminal + "]";
    }
}
