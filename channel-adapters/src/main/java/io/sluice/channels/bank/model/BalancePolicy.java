package io.sluice.channels.bank.model;

import io.sluice.channels.model.Reply;
import io.sluice.channels.model.Reply.Lost;
import io.sluice.channels.model.Reply.NotWritten;
import io.sluice.channels.model.Reply.Refusal;
import io.sluice.channels.model.Reply.Success;
import io.sluice.core.channel.TellsBalance.Balance;
import io.sluice.core.channel.TellsBalance.Balance.Known;
import io.sluice.core.channel.TellsBalance.Balance.Refused;
import io.sluice.core.channel.TellsBalance.Balance.Unavailable;
import io.sluice.core.money.Money;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the host's answer says of a balance: DE 54 has up to six amounts of twenty signs each: the kind of account, the kind of amount, the
 * currency, C or D, and twelve digits.
 */
public final class BalancePolicy {

    /** Of any account, what is available (02), in renminbi, in credit or in debit. */
    private static final Pattern AVAILABLE = Pattern.compile("(?:.{20})*?[0-9]{2}02156([CD])([0-9]{12})(?:.{20})*");

    private BalancePolicy() {}

    public static Balance told(Reply<Message> reply) {
        return switch (reply) {
            case Success<Message>(Message answer) -> told(answer);
            case Refusal<Message>(int status, String code, String message) -> new Unavailable(code, message);
            case NotWritten<Message>(String code, String message) -> new Unavailable(code, message);
            case Lost<Message>(String code, String message) -> new Unavailable(code, message);
        };
    }

    private static Balance told(Message answer) {
        String code = answer.text(Field.CODE);
        return switch (Answer.of(code)) {
            case APPROVED -> available(answer);
            case HARD_DECLINE, SOFT_DECLINE -> new Refused(code, "the bank tells no balance of own_card");
            case PARTLY, TECHNICAL, DUPLICATE, SESSION, UNKNOWN ->
                new Unavailable(code, "the bank tells no balance now");
        };
    }

    private static Balance available(Message answer) {
        Matcher amount = AVAILABLE.matcher(answer.text(Field.AMOUNTS));
        return amount.matches()
                ? new Known(Money.of(signed(amount.group(1), amount.group(2)), "CNY"))
                : new Unavailable("balance_missing", "the bank's answer has no available amount in CNY");
    }

    private static long signed(String side, String digits) {
        long minor = Long.parseLong(digits);
        return side.equals("D") ? -minor : minor;
    }
}
