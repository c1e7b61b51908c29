package io.sluice.channels.wechat;

import io.sluice.channels.http.Request;
import io.sluice.channels.wechat.model.StringToSign;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs in the merchant's name. */
final class RequestSigner {

    private static final int NONCE_BYTES = 16;
    private static final byte[] NO_BODY = {};

    private final SecureRandom random = new SecureRandom();
    private final WeChatAccount account;
    private final Clock clock;

    RequestSigner(WeChatAccount account, Clock clock) {
        this.account = account;
        this.clock = clock;
    }

    Request get(String target) {
        return Request.get(target, authorization("GET", target, NO_BODY));
    }

    Request post(String target, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return Request.post(target, authorization("POST", target, body), json);
    }

    private Map<String, String> authorization(String method, String target, byte[] body) {
        String timestamp = timestamp();
        String nonce = nonce();
        String signature = account.merchantKey().sign(StringToSign.request(method, target, timestamp, nonce, body));
        String authorization = "WECHATPAY2-SHA256-RSA2048 mchid=\"" + account.merchantId() + "\",nonce_str=\"" + nonce
                + "\",timestamp=\"" + timestamp + "\",serial_no=\"" + account.merchantSerial() + "\",signature=\""
                + signature + '"';
        return Map.of("Authorization", authorization);
    }

    /** What a wallet's SDK takes to open the order, in the order in which WeChat Pay documents it. */
    Map<String, String> walletParameters(String prepayId) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("appId", account.appId());
        parameters.put("timeStamp", timestamp());
        parameters.put("nonceStr", nonce());
        parameters.put("package", "prepay_id=" + prepayId);
        parameters.put("signType", "RSA");
        parameters.put("paySign", account.merchantKey().sign(toSign(parameters)));
        return parameters;
    }

    private static byte[] toSign(Map<String, String> parameters) {
        return StringToSign.walletParameters(
                parameters.getOrDefault("appId", ""),
                parameters.getOrDefault("timeStamp", ""),
                parameters.getOrDefault("nonceStr", ""),
                parameters.getOrDefault("package", ""));
    }

    private String timestamp() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
