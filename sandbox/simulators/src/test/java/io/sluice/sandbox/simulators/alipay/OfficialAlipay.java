package io.sluice.sandbox.simulators.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipaySignature;
import com.alipay.api.request.AlipayTradeCancelRequest;
import com.alipay.api.request.AlipayTradeCloseRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePagePayRequest;
import com.alipay.api.request.AlipayTradePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.request.AlipayTradeWapPayRequest;
import com.alipay.api.response.AlipayTradeCancelResponse;
import com.alipay.api.response.AlipayTradeCloseResponse;
import com.alipay.api.response.AlipayTradeFastpayRefundQueryResponse;
import com.alipay.api.response.AlipayTradePayResponse;
import com.alipay.api.response.AlipayTradePrecreateResponse;
import com.alipay.api.response.AlipayTradeQueryResponse;
import com.alipay.api.response.AlipayTradeRefundResponse;
import io.netty.handler.codec.http.QueryStringDecoder;
import java.util.Map;
import java.util.TreeMap;

/** A merchant who pays with the official SDK, which verifies every answer's signature. */
final class OfficialAlipay {
    private static final String SHOP = "https://shop.example/thanks?order=1";
    private final AlipayClient client;
    private final String publicKey;
    private final String notifyUrl;

    OfficialAlipay(AlipaySimulator simulator, MerchantCredentials credentials, String notifyUrl) {
        this.publicKey = bare(credentials.alipayPublicKeyPem());
        this.notifyUrl = notifyUrl;
        this.client = new DefaultAlipayClient(
                simulator.gateway(),
                credentials.appId(),
                bare(credentials.privateKeyPem()),
                "json",
                "utf-8",
                publicKey,
                "RSA2");
    }

    private static String bare(String pem) {
        return pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    }

    AlipayTradePrecreateResponse precreate(String number, String yuan, String subject) {
        var request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(notifyUrl);
        request.setBizContent(order(number, yuan, subject, ""));
        return execute(request);
    }

    AlipayTradePayResponse pay(String number, String yuan, String subject) {
        var request = new AlipayTradePayRequest();
        request.setNotifyUrl(notifyUrl);
        request.setBizContent(
                order(number, yuan, subject, ",\"scene\":\"bar_code\",\"auth_code\":\"28763443825664394\""));
        return execute(request);
    }

    /** The URL that a browser opens. */
    String pagePay(String number, String yuan, String subject) {
        var request = new AlipayTradePagePayRequest();
        request.setNotifyUrl(notifyUrl);
        request.setReturnUrl(SHOP);
        request.setBizContent(order(number, yuan, subject, ",\"product_code\":\"FAST_INSTANT_TRADE_PAY\""));
        return page(request, "GET");
    }

    /** The form that a browser posts. */
    String wapPay(String number, String yuan, String subject) {
        var request = new AlipayTradeWapPayRequest();
        request.setReturnUrl(SHOP);
        request.setBizContent(order(number, yuan, subject, ",\"product_code\":\"QUICK_WAP_WAY\""));
        return page(request, "POST");
    }

    private static String order(String number, String yuan, String subject, String more) {
        return """
                {"out_trade_no":"%s","total_amount":"%s","subject":"%s"%s}""".formatted(number, yuan, subject, more);
    }

    AlipayTradeQueryResponse query(String number) {
        var request = new AlipayTradeQueryRequest();
        request.setBizContent(named(number));
        return execute(request);
    }

    AlipayTradeCloseResponse close(String number) {
        var request = new AlipayTradeCloseRequest();
        request.setBizContent(named(number));
        return execute(request);
    }

    AlipayTradeCancelResponse cancel(String number) {
        var request = new AlipayTradeCancelRequest();
        request.setBizContent(named(number));
        return execute(request);
    }

    AlipayTradeRefundResponse refund(String number, String refundNumber, String yuan, String reason) {
        var request = new AlipayTradeRefundRequest();
        request.setBizContent("""
                {"out_trade_no":"%s","out_request_no":"%s","refund_amount":"%s","refund_reason":"%s"}""".formatted(number, refundNumber, yuan, reason));
        return execute(request);
    }

    AlipayTradeFastpayRefundQueryResponse refundQuery(String number, String refundNumber) {
        var request = new AlipayTradeFastpayRefundQueryRequest();
        request.setBizContent("{\"out_trade_no\":\"" + number + "\",\"out_request_no\":\"" + refundNumber + "\"}");
        return execute(request);
    }

    private static String named(String number) {
        return "{\"out_trade_no\":\"" + number + "\"}";
    }

    <T extends AlipayResponse> T execute(AlipayRequest<T> request) {
        try {
            return client.execute(request);
        } catch (AlipayApiException refused) {
            throw new IllegalStateException(refused);
        }
    }

    private String page(AlipayRequest<?> request, String method) {
        try {
            return client.pageExecute(request, method).getBody();
        } catch (AlipayApiException refused) {
            throw new IllegalStateException(refused);
        }
    }

    /** Whether the SDK accepts a notify or the parameters of a return. */
    boolean verifies(Map<String, String> fields) {
        try {
            return AlipaySignature.rsaCheckV1(new TreeMap<>(fields), publicKey, "utf-8", "RSA2");
        } catch (AlipayApiException refused) {
            return false;
        }
    }

    /** The form of services: {@code sign_type} is not among the fields. */
    boolean verifiesV2(Map<String, String> fields) {
        var without = new TreeMap<>(fields);
        without.remove("sign_type");
        try {
            return AlipaySignature.rsaCheckV2(without, publicKey, "utf-8", "RSA2");
        } catch (AlipayApiException refused) {
            return false;
        }
    }

    static Map<String, String> fields(String form) {
        var fields = new TreeMap<String, String>();
        new QueryStringDecoder(form, form.contains("?"))
                .parameters()
                .forEach((name, values) -> fields.put(name, values.getFirst()));
        return fields;
    }
}
