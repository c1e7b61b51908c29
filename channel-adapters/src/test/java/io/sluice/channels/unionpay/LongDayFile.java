package io.sluice.channels.unionpay;

import io.sluice.channels.bill.LongFile;
import io.sluice.channels.bill.model.Stage;
import io.sluice.channels.http.Connections;
import io.sluice.channels.unionpay.model.Requests;
import io.sluice.core.channel.bill.BillLine;
import io.sluice.sandbox.simulators.unionpay.bill.ZmFile;
import io.sluice.sandbox.simulators.unionpay.model.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A file within a signed answer. */
public final class LongDayFile implements LongFile {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final Certified root = Certified.root(SignMethod.RSA, "root");
    private final Certified platform = root.holder(ChainTest.PLATFORM);
    private final UnionPayAccount account = ChainTest.account(root, "");

    @Override
    public Flux<byte[]> content(int lines) {
        return Flux.defer(() -> {
            SignMethod.Text signed = SignMethod.RSA.text();
            var file = new ZmFile(DAY, account.merchantId(), LongFile.lines(lines, this::line));
            Flux<byte[]> unsigned = Flux.concat(
                            bytes("encoding=UTF-8&fileContent="),
                            file.content(),
                            bytes("&merId=" + account.merchantId() + "&respCode=00&settleDate=1120&signMethod=01"
                                    + "&signPubKeyCert=" + platform.pem()))
                    .doOnNext(signed::add);
            return unsigned.concatWith(Mono.defer(() -> bytes("&signature=" + platform.sign(signed.signed()))));
        });
    }

    private static Mono<byte[]> bytes(String text) {
        return Mono.just(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Stage<byte[], BillLine> reading(int lines) {
        Clock clock = Clock.fixed(Certified.NOW, ZoneOffset.UTC);
        return new UnionPayBills(
                        account,
                        new Connections("unionpay").downloads(account.fileUrl(), Duration.ofSeconds(1)),
                        new AcpSigner(account),
                        new AcpVerifier(account, clock),
                        new Requests(account.merchantId(), account.frontUrl(), account.frontUrl()),
                        clock)
                .reading(DAY);
    }

    /** Every tenth is a refund of the one before it. */
    private io.sluice.sandbox.simulators.unionpay.bill.BillLine line(int index) {
        boolean refund = index % 10 == 9;
        String original = refund ? String.valueOf(index - 1) : "";
        return new io.sluice.sandbox.simulators.unionpay.bill.BillLine(
                account.merchantId(),
                refund ? Kind.REFUND : Kind.PAY,
                "order" + index,
                "772611201200001" + (100_000_000 + index),
                NOON,
                1500,
                refund ? "order" + original : "",
                refund ? "772611201200001" + (100_000_000 + index - 1) : "");
    }
}
