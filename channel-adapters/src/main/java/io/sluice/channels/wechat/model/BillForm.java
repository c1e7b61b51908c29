package io.sluice.channels.wechat.model;

import io.sluice.channels.bill.model.Row;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillLine;
import java.util.List;

/** One of WeChat Pay's tables: what its lines mean, and what its summary must say of them. For one bill. */
interface BillForm {

    /** The name of the summary's first column, which tells where the lines end. */
    String summaryBegins();

    /** Columns without which it cannot be read. */
    List<String> needed();

    /** Columns of the summary beside its first. */
    List<String> summarized();

    /** @throws BillException when a cell is not what it must be */
    BillLine line(Row row, long number, String raw);

    /** @throws BillException when the summary does not fit the lines */
    void compare(Row summary);
}
