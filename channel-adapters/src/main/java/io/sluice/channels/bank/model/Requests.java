package io.sluice.channels.bank.model;

import io.sluice.core.channel.Card;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.money.Money;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** What is sent to the host. The same order under the same trace is the same message, whenever and wherever it is made. */
public record Requests(Terminal terminal) {

    private static final DateTimeFormatter EXPIRY = DateTimeFormatter.ofPattern("yyMM");
    private static final String RENMINBI = "156";
    private static final Currency CNY = Currency.getInstance("CNY");
    /** Typed in by hand, without a PIN. */
    private static final String KEYED_WITHOUT_PIN = "012";

    private static final int LONGEST_TEXT = 40;

    /** A purchase or a pre-authorization. */
    public Message opening(Kind kind, String number, Money amount, Card card, String text, Trace trace) {
        Map<Integer, String> fields = fields(kind, number, amount, card, trace);
        fields.put(Field.EXPIRY, EXPIRY.format(card.expiry()));
        fields.put(Field.TEXT, printable(text));
        return new Message(kind.type(), fields);
    }

    /** Asks how much is on the account of a card. */
    public Message balance(String number, Card card, Trace trace) {
        Map<Integer, String> fields = fields(Kind.BALANCE, number, Money.zero(CNY), card, trace);
        fields.put(Field.EXPIRY, EXPIRY.format(card.expiry()));
        return new Message(Kind.BALANCE.type(), fields);
    }

    /** A completion, a void or a refund of {@code original}. */
    public Message modification(Kind kind, ModificationOrder order, Card card, Reference original, Trace trace) {
        Map<Integer, String> fields = fields(kind, order.number(), order.amount(), card, trace);
        fields.put(Field.ORIGINAL, original.original());
        if (!original.authorization().isEmpty()) {
            fields.put(Field.AUTHORIZATION, original.authorization());
        }
        String reason = order.reason();
        if (reason != null) {
            fields.put(Field.TEXT, printable(reason));
        }
        return new Message(kind.type(), fields);
    }

    /** Takes back what was asked for under that trace, done or not: it names it by the same DE 3, 4, 7, 11 and 37. */
    public Message reversal(Kind kind, String number, Money amount, Card card, ReversalReason reason, Trace trace) {
        Map<Integer, String> fields = fields(kind, number, amount, card, trace);
        fields.put(Field.CODE, reason.code());
        return new Message(Message.REVERSAL, fields);
    }

    private Map<Integer, String> fields(Kind kind, String number, Money amount, Card card, Trace trace) {
        Map<Integer, String> fields = new TreeMap<>();
        fields.put(Field.PAN, card.number());
        fields.put(Field.PROCESSING, kind.processing());
        fields.put(Field.AMOUNT, "%012d".formatted(amount.minor()));
        fields.put(Field.SENT_AT, trace.sentAt());
        fields.put(Field.STAN, trace.stan());
        fields.put(Field.LOCAL_TIME, trace.sentAt().substring(4));
        fields.put(Field.LOCAL_DATE, trace.sentAt().substring(0, 4));
        fields.put(Field.ENTRY_MODE, KEYED_WITHOUT_PIN);
        fields.put(Field.CONDITION, kind.condition());
        fields.put(Field.ACQUIRER, terminal.acquirer());
        fields.put(Field.RETRIEVAL, trace.retrieval());
        fields.put(Field.TERMINAL, terminal.id());
        fields.put(Field.MERCHANT, terminal.merchant());
        fields.put(Field.ADDITIONAL, number);
        fields.put(Field.CURRENCY, RENMINBI);
        fields.put(Field.TYPE_AND_BATCH, kind.transactionType() + trace.batch() + "000");
        return fields;
    }

    /** The host's characters end with the tilde. */
    private static String printable(String text) {
        String plain = text.replaceAll("[^ -~]", "?");
        return plain.length() > LONGEST_TEXT ? plain.substring(0, LONGEST_TEXT) : plain;
    }
}
