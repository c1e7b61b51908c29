package io.sluice.channels.bank;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.bank.model.Terminal;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.ChannelProvider.AccountField;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What an account is configured with, and its checks: each refusal names the field and what would be right. */
final class AccountFields {

    private static final Pattern HOST = Pattern.compile("[0-9A-Za-z.\\-]{1,253}");
    private static final Pattern PORT = Pattern.compile("[1-9][0-9]{0,4}");
    private static final Pattern TERMINAL = Pattern.compile("[0-9A-Za-z]{8}");
    private static final Pattern MERCHANT = Pattern.compile("[0-9A-Za-z]{15}");
    private static final Pattern ACQUIRER = Pattern.compile("[0-9]{6,11}");
    private static final Pattern MAC_KEY = Pattern.compile("[0-9A-Fa-f]{32}");
    private static final Pattern CARD = Pattern.compile("([0-9]{12,19})=([0-9]{2}(?:0[1-9]|1[0-2]))");
    private static final DateTimeFormatter YEAR_AND_MONTH = DateTimeFormatter.ofPattern("uuuuMM", Locale.ROOT);
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
                    "how long a connection may be quiet before it is tried, by default 20"),
            new AccountField(
                    "own_card",
                    true,
                    false,
                    "the card of the merchant's own account at the bank, by which its balance is told: number=YYMM"));

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
                fields.seconds("echo_seconds", "20"),
                ownCard(fields));
    }

    private static @Nullable Card ownCard(FieldReader fields) {
        return fields.or("own_card", "").isEmpty() ? null : fields.read("own_card", AccountFields::card);
    }

    private static Card card(String text) {
        Matcher parts = CARD.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("must be the card's number, an equals sign and its expiry as YYMM");
        }
        return new Card(parts.group(1), YearMonth.parse("20" + parts.group(2), YEAR_AND_MONTH));
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
