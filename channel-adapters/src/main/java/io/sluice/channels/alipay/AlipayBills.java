package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.BillTables;
import io.sluice.channels.bill.Bills;
import io.sluice.channels.bill.Lines;
import io.sluice.channels.bill.Unzip;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.http.Download;
import io.sluice.channels.model.BillReplies;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillException.Reason;
import io.sluice.core.channel.bill.BillLine;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import reactor.core.publisher.Flux;

/**
 * Asks where a bill is, which is signed, and fetches it at once, which is not: the address lives thirty seconds. Alipay tells no hash; the
 * checksums of the zip and the totals, said twice, stand for it.
 */
record AlipayBills(AlipayApi api, Download download, Clock clock) {

    private static final String QUERY = "alipay.data.dataservice.bill.downloadurl.query";
    private static final Charset GBK = Charset.forName("GBK");

    Flux<BillLine> bill(LocalDate day) {
        return api.call(QUERY, Documents.bill(day))
                .map(reply -> BillReplies.granted(reply, AlipayBills::meaning, day, clock.instant())
                        .text("bill_download_url"))
                .flatMapMany(url -> Bills.read(at(url), AlipayBills::reading));
    }

    private static Reason meaning(String code) {
        return code.toLowerCase(Locale.ROOT).endsWith("bill_not_exist") ? Reason.NONE : Reason.UNAVAILABLE;
    }

    private Flux<byte[]> at(String url) {
        return url.matches("https?://.+")
                ? download.at(url)
                : Flux.error(() -> new BillException(Reason.UNAVAILABLE, "the answer lacks an address for the bill"));
    }

    static Stage<byte[], BillLine> reading() {
        return new Unzip().then(new Lines(GBK)).then(new BillTables());
    }
}
