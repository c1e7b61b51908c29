package io.sluice.sandbox.simulators.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.service.payments.jsapi.model.Amount;
import com.wechat.pay.java.service.payments.jsapi.model.Payer;
import com.wechat.pay.java.service.payments.jsapi.model.PrepayRequest;
import com.wechat.pay.java.service.payments.model.Transaction.TradeStateEnum;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByIdRequest;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
import com.wechat.pay.java.service.refund.model.Refund;
import com.wechat.pay.java.service.refund.model.RefundNotification;
import com.wechat.pay.java.service.refund.model.Status;
import io.sluice.sandbox.simulators.CallbackInbox;
import io.sluice.sandbox.simulators.wechat.model.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The official SDK pays through the simulator and believes what it says. */
class OfficialSdkTest {
    private final CallbackInbox inbox = new CallbackInbox();
    private WeChatSimulator simulator;
    private OfficialMerchant merchant;

    @BeforeEach
    void start(@TempDir Path folder) {
        simulator = WeChatSimulator.start(
                SimulatorConfig.in(folder).withTimeScale(1000).withPayer(Outcome.APPROVED, Duration.ofMillis(20)));
        merchant = new OfficialMerchant(simulator);
    }

    @AfterEach
    void stop() {
        simulator.close();
        inbox.close();
    }

    @Test
    void ordersNativelyAndIsToldOfThePayment() {
        assertThat(merchant.order("native-0001", 1500, inbox.url(), "tea")).startsWith("weixin://wxpay/bizpayurl?pr=");

        var told = merchant.parse(inbox.await(1).getFirst());
        assertThat(told.getTradeState()).isEqualTo(TradeStateEnum.SUCCESS);
        assertThat(told.getOutTradeNo()).isEqualTo("native-0001");
        assertThat(told.getAmount().getTotal()).isEqualTo(1500);
        assertThat(told.getAmount().getCurrency()).isEqualTo("CNY");
        assertThat(merchant.query("native-0001")).usingRecursiveComparison().isEqualTo(told);
    }

    @Test
    void ordersForJsapiAndFindsThePaymentByItsTransaction() {
        var ordered = merchant.jsapi.prepayWithRequestPayment(jsapiRequest("jsapi-0001"));
        assertThat(ordered.getPackageVal()).startsWith("prepay_id=wx");

        var told = merchant.parse(inbox.await(1).getFirst());
        assertThat(told.getPayer().getOpenid()).isEqualTo("openid-of-a-payer");
        var query = new QueryOrderByIdRequest();
        query.setMchid(merchant.credentials.mchid());
        query.setTransactionId(told.getTransactionId());
        assertThat(merchant.nativePay.queryOrderById(query).getOutTradeNo()).isEqualTo("jsapi-0001");
    }

    private PrepayRequest jsapiRequest(String outTradeNo) {
        var amount = new Amount();
        amount.setTotal(100);
        var payer = new Payer();
        payer.setOpenid("openid-of-a-payer");
        var request = new PrepayRequest();
        request.setAppid(merchant.credentials.appid());
        request.setMchid(merchant.credentials.mchid());
        request.setOutTradeNo(outTradeNo);
        request.setDescription("tea");
        request.setNotifyUrl(inbox.url());
        request.setAmount(amount);
        request.setPayer(payer);
        return request;
    }

    @Test
    void closesAnUnpaidOrderForGood() {
        merchant.order("close-0001", 1500, inbox.url(), "outcome=never");
        merchant.close("close-0001");

        assertThat(merchant.query("close-0001").getTradeState()).isEqualTo(TradeStateEnum.CLOSED);
        assertThatThrownBy(() -> merchant.order("close-0001", 1500, inbox.url(), "outcome=never"))
                .isInstanceOfSatisfying(ServiceException.class, refused -> {
                    assertThat(refused.getHttpStatusCode()).isEqualTo(400);
                    assertThat(refused.getErrorCode()).isEqualTo("ORDER_CLOSED");
                });
    }

    @Test
    void refundsInPartAndIsToldOfIt() {
        merchant.order("refund-0001", 1500, inbox.url(), "tea");
        inbox.await(1);

        Refund accepted = merchant.refunds.create(refund("refund-0001", "part-1", 500));
        assertThat(accepted.getStatus()).isEqualTo(Status.PROCESSING);
        assertThat(merchant.refunds.create(refund("refund-0001", "part-1", 500)).getRefundId())
                .isEqualTo(accepted.getRefundId());

        var letter = inbox.await(2).get(1);
        var told = merchant.notifications.parse(OfficialMerchant.forParser(letter), RefundNotification.class);
        assertThat(told.getRefundStatus()).isEqualTo(Status.SUCCESS);
        assertThat(told.getAmount().getRefund()).isEqualTo(500);
        var query = new QueryByOutRefundNoRequest();
        query.setOutRefundNo("part-1");
        assertThat(merchant.refunds.queryByOutRefundNo(query).getStatus()).isEqualTo(Status.SUCCESS);
        assertThat(merchant.query("refund-0001").getTradeState()).isEqualTo(TradeStateEnum.REFUND);
    }

    @Test
    void neverRefundsMoreThanWasPaid() {
        merchant.order("refund-0002", 1500, inbox.url(), "tea");
        inbox.await(1);
        merchant.refunds.create(refund("refund-0002", "most", 1400));

        assertThatThrownBy(() -> merchant.refunds.create(refund("refund-0002", "too-much", 101)))
                .isInstanceOfSatisfying(
                        ServiceException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo("INVALID_REQUEST"));
        assertThat(merchant.refunds.create(refund("refund-0002", "rest", 100)).getStatus())
                .isEqualTo(Status.PROCESSING);
    }

    private CreateRequest refund(String outTradeNo, String outRefundNo, long fen) {
        var amount = new AmountReq();
        amount.setRefund(fen);
        amount.setTotal(1500L);
        amount.setCurrency("CNY");
        var request = new CreateRequest();
        request.setOutTradeNo(outTradeNo);
        request.setOutRefundNo(outRefundNo);
        request.setNotifyUrl(inbox.url());
        request.setAmount(amount);
        return request;
    }

    @Test
    void downloadsBothCertificatesDuringARotation() {
        String old = merchant.config.createVerifier() == null
                ? ""
                : merchant.credentials.platformCertificates().getFirst();
        simulator.rotate();

        var renewed = new OfficialMerchant(simulator);
        renewed.order("rotate-0001", 1500, inbox.url(), "tea");
        assertThat(renewed.parse(inbox.await(1).getFirst()).getOutTradeNo()).isEqualTo("rotate-0001");
        assertThat(renewed.credentials.platformCertificates()).hasSize(2).contains(old);
    }
}
