package io.sluice.channels.bank;

import io.sluice.channels.bank.model.Terminal;
import io.sluice.core.channel.Card;
import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A terminal at a bank's host. Its {@code toString} shows no key.
 *
 * @param ownCard of the merchant's own account at the bank, by which its balance is told; null where none is configured
 */
record BankAccount(
        ChannelAccountId id,
        String host,
        int port,
        Terminal terminal,
        String macKey,
        int connections,
        Duration echo,
        @Nullable Card ownCard) {

    byte[] macKeyBytes() {
        return HexFormat.of().parseHex(macKey);
    }

    @Override
    public String toString() {
        return "BankAccount[" + id + ", " + terminal + "]";
    }
}
