package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.billdownload.DigestBillEntity;
import com.wechat.pay.java.service.billdownload.model.AccountType;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetFundFlowBillRequest;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.TarType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;

/** The bills of a day as the official SDK downloads and verifies them. */
class BillTest extends SimulatorFixture {
    private final String today = LocalDate.now(ZoneOffset.ofHours(8)).toString();
    private OfficialMerchant official;

    @BeforeEach
    void sell() throws IOException {
        official = new OfficialMerchant(simulator);
        official.order("order-0001", 1500, inbox.url(), "tea, hot");
        inbox.await(1);
        merchant.control("/bills", "{\"at_once\":true}");
    }

    private DigestBillEntity trades(String day, @Nullable TarType packed) {
        var request = new GetTradeBillRequest();
        request.setBillDate(day);
        request.setBillType(BillType.ALL);
        request.setTarType(packed);
        return official.bills.getTradeBill(request);
    }

    /** The SDK verifies when all was read. */
    private static List<String> verified(DigestBillEntity bill) throws IOException {
        try (var table = bill.getInputStream()) {
            List<String> lines = new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(bill.verifyHash()).isTrue();
            return lines;
        }
    }

    @ParameterizedTest
    @NullSource
    @EnumSource(names = "GZIP")
    void itVerifiesTradesPlainAndZipped(@Nullable TarType packed) throws IOException {
        List<String> lines = verified(trades(today, packed));

        assertThat(lines).hasSize(4);
        assertThat(lines.get(1)).contains("`order-0001,", "`SUCCESS,", "`15.00,", "tea, hot");
        assertThat(lines.get(2)).startsWith("总交易单数,");
        assertThat(lines.get(3)).startsWith("`1,`15.00,");
    }

    @Test
    void itVerifiesFundsWithTheFeeByItself() throws IOException {
        var request = new GetFundFlowBillRequest();
        request.setBillDate(today);
        request.setAccountType(AccountType.BASIC);
        request.setTarType(TarType.GZIP);

        List<String> lines = verified(official.bills.getFundFlowBill(request));
        assertThat(lines.get(1)).contains("`交易,`收入,`15.00,");
        assertThat(lines.get(2)).contains("`扣除交易手续费,`支出,`0.09,");
        assertThat(lines.getLast()).isEqualTo("`2,`1,`15.00,`1,`0.09");
    }

    @Test
    void itFindsAHashThatLies() throws IOException {
        merchant.control("/bills", "{\"at_once\":true,\"lies\":true}");

        DigestBillEntity bill = trades(today, TarType.GZIP);
        try (var table = bill.getInputStream()) {
            assertThat(table.readAllBytes()).isNotEmpty();
            assertThat(bill.verifyHash()).isFalse();
        }
    }

    @Test
    void aDayWithoutABillIsRefusedInTheChannelsWords() throws IOException {
        assertThatThrownBy(() -> trades("2026-01-01", TarType.GZIP))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("NO_STATEMENT_EXIST"));
        merchant.control("/bills", "{}");
        assertThatThrownBy(() -> trades(today, TarType.GZIP))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("STATEMENT_CREATING"));
    }
}
