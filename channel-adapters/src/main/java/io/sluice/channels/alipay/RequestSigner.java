package io.sluice.channels.alipay;

import io.sluice.channels.alipay.model.StringToSign;
import io.sluice.channels.http.Forms;
import io.sluice.channels.http.Request;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;

/** Signs in the merchant's name. */
final class RequestSigner {

    private static final String TARGET = "/gateway.do";

    private final AlipayAccount account;
    private final String notifyUrl;
    private final Clock clock;

    RequestSigner(AlipayAccount account, String notifyUrl, Clock clock) {
        this.account = account;
        this.notifyUrl = notifyUrl;
        this.clock = clock;
    }

    /** @param content the JSON of biz_content */
    Request post(String method, String content) {
        return Request.form(TARGET, signed(parameters(method, content)));
    }

    /** The address that the payer's browser is to open, which makes the order. */
    String link(String method, String content) {
        Map<String, String> parameters = parameters(method, content);
        if (!account.returnUrl().isEmpty()) {
            parameters.put("return_url", account.returnUrl());
        }
        return account.baseUrl() + TARGET + '?' + Forms.encoded(signed(parameters));
    }

    private Map<String, String> parameters(String method, String content) {
        Map<String, String> parameters = new TreeMap<>();
        parameters.put("app_id", account.appId());
        parameters.put("method", method);
        parameters.put("format", "JSON");
        parameters.put("charset", "utf-8");
        parameters.put("sign_type", "RSA2");
        parameters.put("timestamp", Documents.TIME.format(clock.instant()));
        parameters.put("version", "1.0");
        parameters.put("notify_url", notifyUrl);
        parameters.put("biz_content", content);
        return parameters;
    }

    private Map<String, String> signed(Map<String, String> parameters) {
        parameters.put("sign", account.appKey().sign(StringToSign.request(parameters)));
        return parameters;
    }
}
