package io.sluice.channels.bank.model;

import io.sluice.core.channel.BatchLine;
import io.sluice.core.channel.BatchTotals;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What is said to the host about a terminal's day. All of it follows from the day and what was done on it, so that the same is said again after
 * a crash: STANs count from 1 within the day's settlement, and DE 7 is the day's last second, which no transaction's STAN collides with at the
 * host, since transactions and settlements are different messages.
 */
public record BatchRequests(Terminal terminal) {

    private static final int LINES_A_MESSAGE = 10;
    private static final String LAST_SECOND = "235959";
    private static final String SETTLEMENT = "201";
    private static final String MORE = "201";
    private static final String END = "207";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);
    private static final DateTimeFormatter MONTH_AND_DAY = DateTimeFormatter.ofPattern("MMdd", Locale.ROOT);

    public Message settlement(LocalDate day, BatchTotals ours) {
        return message(Message.SETTLEMENT, day, 1, text(ours), SETTLEMENT);
    }

    /** Each transaction ten to a message, and then how many there were. */
    public List<Message> upload(LocalDate day, List<BatchLine> lines) {
        List<Message> messages = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += LINES_A_MESSAGE) {
            List<BatchLine> some = lines.subList(from, Math.min(lines.size(), from + LINES_A_MESSAGE));
            messages.add(message(Message.UPLOAD, day, messages.size() + 1, text(some), MORE));
        }
        messages.add(message(Message.UPLOAD, day, messages.size() + 1, "%06d".formatted(lines.size()), END));
        return List.copyOf(messages);
    }

    private Message message(int type, LocalDate day, int stan, String additional, String purpose) {
        return new Message(
                type,
                Map.of(
                        Field.SENT_AT,
                        MONTH_AND_DAY.format(day) + LAST_SECOND,
                        Field.STAN,
                        "%06d".formatted(stan),
                        Field.TERMINAL,
                        terminal.id(),
                        Field.MERCHANT,
                        terminal.merchant(),
                        Field.ADDITIONAL,
                        additional,
                        Field.CURRENCY,
                        "156",
                        Field.TYPE_AND_BATCH,
                        "00" + DAY.format(day) + purpose));
    }

    /** As DE 48 has it: what was charged and refunded, each an amount and a count. */
    static String text(BatchTotals totals) {
        return "%012d%06d%012d%06d"
                .formatted(totals.chargedMinor(), totals.charges(), totals.refundedMinor(), totals.refunds());
    }

    /** Each by STAN, DE 7, the letter C or R, and twelve digits. */
    private static String text(List<BatchLine> lines) {
        StringBuilder text = new StringBuilder("%02d".formatted(lines.size()));
        for (BatchLine line : lines) {
            Reference reference = Reference.parse(line.reference())
                    .orElseThrow(() -> new IllegalArgumentException(line.reference() + " is no reference of a bank's"));
            text.append(reference.stan())
                    .append(reference.sentAt())
                    .append(line.refund() ? 'R' : 'C')
                    .append("%012d".formatted(line.amountMinor()));
        }
        return text.toString();
    }
}
