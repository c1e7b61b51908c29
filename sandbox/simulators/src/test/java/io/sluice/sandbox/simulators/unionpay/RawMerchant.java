package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.unionpay.keys.SignMethod;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** A merchant, or his payer's browser, who says whatever a test wants. */
record RawMerchant(UnionPaySimulator simulator) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The fields of a right request. */
    static Map<String, String> fields(String txnType, String orderId) {
        return new HashMap<>(Map.of(
                "version", "5.1.0",
                "encoding", "UTF-8",
                "txnType", txnType,
                "txnSubType", txnType.equals("01") || txnType.equals("02") ? "01" : "00",
                "bizType", "000201",
                "channelType", "07",
                "accessType", "0",
                "merId", Merchant.RSA,
                "orderId", orderId,
                "txnTime", "20260101120000"));
    }

    static Map<String, String> order(String orderId, String description) {
        Map<String, String> fields = fields("01", orderId);
        fields.putAll(Map.of(
                "txnAmt", "1500",
                "currencyCode", "156",
                "frontUrl", "https://shop.example/thanks",
                "backUrl", "http://127.0.0.1:10/nobody",
                "orderDesc", description));
        return fields;
    }

    Map<String, String> signed(Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        all.put("signMethod", "01");
        all.put("certId", simulator.credentials().certId());
        all.put("signature", SignMethod.RSA.sign(Message.toBeSigned(all), key()));
        return all;
    }

    private PrivateKey key() {
        try {
            byte[] der = Base64.getMimeDecoder()
                    .decode(simulator.credentials().privateKeyPem().replaceAll("-----[A-Z ]+-----", ""));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Posts the fields as they are. */
    String post(String endpoint, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + simulator.port() + "/gateway/api/" + endpoint))
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    String query(String orderId) {
        return post("queryTrans.do", signed(fields("00", orderId)));
    }
}
