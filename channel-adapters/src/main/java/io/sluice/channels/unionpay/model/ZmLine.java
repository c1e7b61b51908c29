package io.sluice.channels.unionpay.model;

import io.sluice.core.channel.bill.BillException;

/**
 * A line of the day's file.
 *
 * @param text a character a byte
 */
record ZmLine(String text) {

    String text(ZmField field) {
        int end = field.begin() + field.length();
        if (text.length() < end) {
            throw BillException.broken("a line ends before its field " + field);
        }
        return text.substring(field.begin(), end).strip();
    }

    long fen(ZmField field) {
        return fen(text(field), field);
    }

    /** With C before it for what the merchant gets and D for what he gives, which is negative here. */
    long signedFen(ZmField field) {
        String signed = text(field);
        if (!signed.startsWith("C") && !signed.startsWith("D")) {
            throw BillException.broken("a line's field " + field + " says neither C nor D");
        }
        long fen = fen(signed.substring(1), field);
        return signed.startsWith("C") ? fen : -fen;
    }

    private static long fen(String digits, ZmField field) {
        if (!digits.matches("[0-9]{1,15}")) {
            throw BillException.broken("a line's field " + field + " is no amount");
        }
        return Long.parseLong(digits);
    }
}
