package io.sluice.sandbox.simulators.wechat;

import com.wechat.pay.java.core.RSAAutoCertificateConfig;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.billdownload.BillDownloadServiceExtension;
import com.wechat.pay.java.service.payments.jsapi.JsapiServiceExtension;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import io.netty.handler.codec.http.HttpHeaders;
import io.sluice.sandbox.simulators.CallbackInbox;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;

/** A merchant who pays with the official SDK; only the host it calls is turned to the simulator. */
final class OfficialMerchant {
    final MerchantCredentials credentials;
    final RSAAutoCertificateConfig config;
    final NativePayService nativePay;
    final JsapiServiceExtension jsapi;
    final RefundService refunds;
    final BillDownloadServiceExtension bills;
    final NotificationParser notifications;

    OfficialMerchant(WeChatSimulator simulator) {
        this.credentials = simulator.credentials(SimulatorConfig.DEMO_MERCHANT);
        var builder = new DefaultHttpClientBuilder().okHttpClient(toPort(simulator.port()));
        this.config = new RSAAutoCertificateConfig.Builder()
                .merchantId(credentials.mchid())
                .merchantSerialNumber(credentials.merchantSerial())
                .privateKey(credentials.privateKeyPem())
                .apiV3Key(credentials.apiV3Key())
                .httpClientBuilder(builder)
                .build();
        HttpClient http = builder.config(config).build();
        this.nativePay = new NativePayService.Builder().httpClient(http).build();
        this.jsapi = new JsapiServiceExtension.Builder()
                .config(config)
                .httpClient(http)
                .build();
        this.refunds = new RefundService.Builder().httpClient(http).build();
        this.bills = new BillDownloadServiceExtension.Builder()
                .config(config)
                .httpClient(http)
                .build();
        this.notifications = new NotificationParser(config);
    }

    private static OkHttpClient toPort(int port) {
        return new OkHttpClient.Builder()
                .readTimeout(Duration.ofSeconds(10))
                .addInterceptor(chain -> redirected(chain, port))
                .build();
    }

    private static Response redirected(Interceptor.Chain chain, int port) throws IOException {
        var url = chain.request()
                .url()
                .newBuilder()
                .scheme("http")
                .host("127.0.0.1")
                .port(port)
                .build();
        return chain.proceed(chain.request().newBuilder().url(url).build());
    }

    PrepayRequest request(String outTradeNo, int fen, String notifyUrl, String description) {
        var amount = new Amount();
        amount.setTotal(fen);
        amount.setCurrency("CNY");
        var request = new PrepayRequest();
        request.setAppid(credentials.appid());
        request.setMchid(credentials.mchid());
        request.setOutTradeNo(outTradeNo);
        request.setDescription(description);
        request.setNotifyUrl(notifyUrl);
        request.setAmount(amount);
        return request;
    }

    /** Orders natively and returns the code URL. */
    String order(String outTradeNo, int fen, String notifyUrl, String description) {
        return nativePay
                .prepay(request(outTradeNo, fen, notifyUrl, description))
                .getCodeUrl();
    }

    Transaction query(String outTradeNo) {
        var request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(credentials.mchid());
        request.setOutTradeNo(outTradeNo);
        return nativePay.queryOrderByOutTradeNo(request);
    }

    void close(String outTradeNo) {
        var request = new CloseOrderRequest();
        request.setMchid(credentials.mchid());
        request.setOutTradeNo(outTradeNo);
        nativePay.closeOrder(request);
    }

    Transaction parse(CallbackInbox.Letter letter) {
        return notifications.parse(forParser(letter), Transaction.class);
    }

    static RequestParam forParser(CallbackInbox.Letter letter) {
        HttpHeaders headers = letter.headers();
        return new RequestParam.Builder()
                .serialNumber(headers.get("Wechatpay-Serial"))
                .nonce(headers.get("Wechatpay-Nonce"))
                .timestamp(headers.get("Wechatpay-Timestamp"))
                .signature(headers.get("Wechatpay-Signature"))
                .body(letter.body())
                .build();
    }
}
