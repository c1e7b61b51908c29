package io.sluice.channels.unionpay;

import io.sluice.channels.bill.Base64Bytes;
import io.sluice.channels.bill.Bills;
import io.sluice.channels.bill.Inflate;
import io.sluice.channels.bill.Lines;
import io.sluice.channels.bill.ZipOrText;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.http.Download;
import io.sluice.channels.http.Request;
import io.sluice.channels.model.BillReplies;
import io.sluice.channels.unionpay.model.AcpMessage;
import io.sluice.channels.unionpay.model.DayFile;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.core.channel.bill.BillException;
import io.sluice.core.channel.bill.BillException.Reason;
import io.sluice.core.channel.bill.BillLine;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import reactor.core.publisher.Flux;

/** Asks for the file of a clearing day (76), which comes in the signed answer itself: deflated, in base64, mostly a zip. */
record UnionPayBills(
        UnionPayAccount account,
        Download download,
        AcpSigner signer,
        AcpVerifier verifier,
        Requests requests,
        Clock clock) {

    private static final String SUCCESS = "00";
    private static final String NO_FILE = "98";

    Flux<BillLine> bill(LocalDate day) {
        Flux<byte[]> answer =
                Flux.defer(() -> download.of(Request.form("/", signer.signed(requests.dayFile(day, clock.instant())))));
        return Bills.read(answer, () -> reading(day));
    }

    Stage<byte[], BillLine> reading(LocalDate day) {
        return new FileContent(verifier, account.method(), message -> check(message, day))
                .then(new Base64Bytes())
                .then(new Inflate())
                .then(new ZipOrText())
                .then(new Lines(StandardCharsets.ISO_8859_1))
                .then(new DayFile(day, account.merchantId()));
    }

    /** Whether it is what was asked for. */
    private void check(AcpMessage message, LocalDate day) {
        String code = message.text("respCode");
        if (!code.equals(SUCCESS)) {
            Reason meant = code.equals(NO_FILE) ? Reason.NONE : Reason.UNAVAILABLE;
            throw BillReplies.refused(meant, "respCode " + code, day, clock.instant());
        }
        if (!message.text("merId").equals(account.merchantId())
                || !message.text("settleDate").equals(Requests.clearingDay(day))) {
            throw BillException.broken("the answer is about another merchant or another day");
        }
    }
}
