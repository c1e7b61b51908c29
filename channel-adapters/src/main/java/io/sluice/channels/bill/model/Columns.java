package io.sluice.channels.bill.model;

import io.sluice.core.channel.bill.BillException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The columns of a table by their names: channels add new ones at any place. */
public final class Columns {

    private final Map<String, Integer> places = new HashMap<>();

    /**
     * @param names as the table's first line has them
     * @param needed without which the table is of no use
     * @throws BillException when one of those is missing
     */
    public Columns(List<String> names, List<String> needed) {
        for (int place = 0; place < names.size(); place++) {
            places.putIfAbsent(names.get(place), place);
        }
        needed.stream().filter(name -> !places.containsKey(name)).findFirst().ifPresent(missing -> {
            throw BillException.broken("the table lacks the column " + missing);
        });
    }

    /** @throws BillException when the line has fewer cells than the table has columns */
    public Row row(List<String> cells) {
        if (cells.size() < places.size()) {
            throw BillException.broken(
                    "a line has " + cells.size() + " cells where the table has " + places.size() + " columns");
        }
        return new Row(places, cells);
    }
}
