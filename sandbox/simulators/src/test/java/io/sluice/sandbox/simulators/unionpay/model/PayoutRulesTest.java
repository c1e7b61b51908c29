package io.sluice.sandbox.simulators.unionpay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayoutRulesTest {

    @ParameterizedTest
    @CsvSource({"0, 0, true", "0, 1, false", "5, 5, true", "5, 6, false", "-5, -5, true", "-5, -4, false"})
    void noMoreLeavesThanWasPutInAndCameIn(long netFen, long overTheDeposit, boolean leaves) {
        Transaction wanted = payout(PayoutRules.DEPOSIT_FEN + overTheDeposit);

        ResponseCode code = PayoutRules.payOut(wanted, netFen).either(_ -> ResponseCode.SUCCESS, Refusal::code);

        assertThat(code).isEqualTo(leaves ? ResponseCode.SUCCESS : ResponseCode.FUNDS);
    }

    private static Transaction payout(long fen) {
        var key = new Key("777290058110048", "order1", "20261121120000");
        return new Transaction(
                key,
                Kind.PAYOUT,
                "1",
                null,
                fen,
                null,
                null,
                PayoutPlay.PAID,
                ResponseCode.ACCEPTED,
                "http://shop.example/",
                "",
                "",
                "",
                null,
                null,
                Instant.EPOCH,
                null);
    }
}
