package io.sluice.channels.wechat.model;

import io.sluice.channels.bill.model.Columns;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.bill.model.TextLine;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.core.channel.bill.BillType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * WeChat Pay's tables: names of columns, lines, names of the summary's columns, the summary. Each cell but a name begins with a
 * backtick, lest spreadsheets make numbers of it, so that {@code ,`} separates cells and a comma alone does not.
 */
public final class BillTable implements Stage<TextLine, BillLine> {

    private final BillForm form;
    private @Nullable Columns columns;
    private @Nullable Columns summaryColumns;
    private boolean summarized;
    private long lines;

    private BillTable(BillForm form) {
        this.form = form;
    }

    public static BillTable of(BillType type) {
        return new BillTable(type == BillType.TRADES ? new TradeForm() : new FundForm());
    }

    @Override
    public Iterator<BillLine> next(TextLine line) {
        String text = line.text();
        if (text.isBlank()) {
            return Collections.emptyIterator();
        }
        if (columns == null) {
            columns = new Columns(names(text), form.needed());
        } else if (summaryColumns != null) {
            summary(summaryColumns, text);
        } else if (names(text).getFirst().equals(form.summaryBegins())) {
            List<String> needed = new ArrayList<>(form.summarized());
            needed.add(form.summaryBegins());
            summaryColumns = new Columns(names(text), needed);
        } else {
            lines++;
            return List.of(form.line(columns.row(cells(text)), lines, text)).iterator();
        }
        return Collections.emptyIterator();
    }

    private void summary(Columns names, String text) {
        if (summarized) {
            throw BillException.broken("something follows the bill's summary");
        }
        form.compare(names.row(cells(text)));
        summarized = true;
    }

    private static List<String> names(String text) {
        return Arrays.stream(text.split(",", -1))
                .map(name -> name.replace("`", "").strip())
                .toList();
    }

    private static List<String> cells(String text) {
        if (!text.startsWith("`")) {
            throw BillException.broken("a line does not begin with a backtick");
        }
        return List.of(text.substring(1).split(",`", -1));
    }

    @Override
    public Iterator<BillLine> end() {
        if (!summarized) {
            throw BillException.broken("the bill ends before its summary");
        }
        return Collections.emptyIterator();
    }
}
