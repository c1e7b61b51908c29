package io.sluice.channels.bank;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.bank.model.Terminal;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelProvider.AccountField;
import java.util.List;
import java.util.regex.Pattern;

/** What an account is configured with, and its checks: each refusal names the field and what would be right. */
final class AccountFields {

    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.\\-]{1,253}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9A-Za-z]{8}");
    private static final Pattern MERCHANT = Pattern.compile("[0-9A-Za-z]{15}");
    private static final Pattern ACQUIRER = Pattern.compile("[0-9]{6,11}");
    private static final Pattern MAC_KEY = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final Pattern FEW = Pattern.compile("[1-4]");

    static final List<AccountField> ALL = List.of(
            new AccountField("host", false, true, "the bank host's name or address"),
            new AccountField("port", false, true, "its TCP port"),
            new AccountField(
                    "terminal_id",
                    false,
                    true,
                    "the terminal (DE 41), 8 letters and digits; never changed: a new terminal is a new account"),
            new AccountField("merchant_no", false, true, "the merchant at the bank (DE 42), 15 letters and digits"),
            new AccountField("acquirer_id", false, true, "the acquirer (DE 32), 6 to 11 digits"),
            new AccountField("mac_key", true, true, "the terminal's MAC key, 32 hexadecimal digits"),
            new AccountField("connections", false, false, "how many connections to hold, 1 to 4, by default 1"),
            new AccountField(
                    "echo_seconds",
                    false,
                    false,
                    "how long a connection may be quiet before it is tried, by default 20"));

    private AccountFields() {}

    /** @throws IllegalArgumentException naming the field that is wrong and what would be right */
    static BankAccount read(AccountConfiguration configuration) {
        var fields = new FieldReader(configuration);
        var terminal = new Terminal(
                fields.matching("terminal_id", TERMINAL, "must be 8 letters and digits"),
                fields.matching("merchant_no", MERCHANT, "must be 15 letters and digits"),
                fields.matching("acquirer_id", ACQUIRER, "must be 6 to 11 digits"));
        return new BankAccount(
                configuration.id(),
                fields.matching("host", HOST, "must be a name or an address without a port"),
                fields.read("port", AccountFields::port),
                terminal,
                fields.matching("mac_key", MAC_KEY, "must be 32 hexadecimal digits"),
                fields.read("connections", "1", AccountFields::connections),
                fields.seconds("echo_seconds", "20"));
    }

    private static int port(String text) {
        int port = PORT.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("must be a number from 1 to 65535");
        }
        return port;
    }

    private static int connections(String text) {
        if (!FEW.matcher(text).matches()) {
            throw new IllegalArgumentException("must be a number from 1 to 4");
        }
        return Integer.parseInt(text);
    }
}
