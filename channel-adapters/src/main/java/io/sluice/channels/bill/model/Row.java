package io.sluice.channels.bill.model;

import io.sluice.core.channel.bill.BillException;
import io.sluice.core.money.Money;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A line of a table, cell by cell. All of these channels' clocks are Beijing's. */
public record Row(Map<String, Integer> places, List<String> cells) {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    /** Empty where the cell is, or where the table has no such column. */
    public String text(String column) {
        Integer place = places.get(column);
        return place == null ? "" : cells.get(place).strip();
    }

    /** @throws BillException when the cell is no amount of that currency */
    public Money money(String column, String currency) {
        try {
            return Money.parse(text(column), currency);
        } catch (IllegalArgumentException noAmount) {
            throw BillException.broken("what stands under " + column + " is no amount in " + currency);
        }
    }

    /** @throws BillException when the cell is no number; {@code 45.0} is one */
    public long count(String column) {
        String text = text(column).replaceFirst("\\.0+$", "");
        if (!text.matches("[0-9]{1,12}")) {
            throw BillException.broken("what stands under " + column + " is no count");
        }
        return Long.parseLong(text);
    }

    /** @throws BillException when the cell is no time */
    public Instant time(String column) {
        try {
            return LocalDateTime.parse(text(column), TIME).toInstant(BEIJING);
        } catch (DateTimeException noTime) {
            throw BillException.broken("what stands under " + column + " is no time");
        }
    }
}
