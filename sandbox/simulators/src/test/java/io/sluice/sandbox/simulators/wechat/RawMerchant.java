package io.sluice.sandbox.simulators.wechat;

import com.wechat.pay.java.core.util.PemUtil;
import io.sluice.sandbox.simulators.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A merchant who signs by hand, so that a test can do every part of it wrong; and the control API's user. */
final class RawMerchant {
    final MerchantCredentials credentials;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final PrivateKey key;
    private final int port;
    private Duration patience = Duration.ofSeconds(10);

    RawMerchant(WeChatSimulator simulator) {
        this(simulator, SimulatorConfig.DEMO_MERCHANT);
    }

    RawMerchant(WeChatSimulator simulator, String mchid) {
        this.credentials = simulator.credentials(mchid);
        this.key = PemUtil.loadPrivateKeyFromString(credentials.privateKeyPem());
        this.port = simulator.port();
    }

    /** The parts of an Authorization before it is signed. */
    record Stamp(String mchid, String serial, String nonce, long timestamp) {}

    Stamp stamp() {
        return new Stamp(
                credentials.mchid(),
                credentials.merchantSerial(),
                UUID.randomUUID().toString(),
                Instant.now().getEpochSecond());
    }

    RawMerchant patience(Duration longest) {
        patience = longest;
        return this;
    }

    ObjectNode order(String outTradeNo, long fen, String notifyUrl) {
        var order = Json.MAPPER
                .createObjectNode()
                .put("appid", credentials.appid())
                .put("mchid", credentials.mchid())
                .put("description", "tea")
                .put("out_trade_no", outTradeNo)
                .put("notify_url", notifyUrl);
        order.putObject("amount").put("total", fen).put("currency", "CNY");
        return order;
    }

    HttpResponse<String> order(JsonNode order) throws IOException {
        return send("POST", "/v3/pay/transactions/native", order.toString());
    }

    JsonNode query(String outTradeNo) throws IOException {
        return Json.MAPPER.readTree(send("GET", queryTarget(outTradeNo), "").body());
    }

    String queryTarget(String outTradeNo) {
        return "/v3/pay/transactions/out-trade-no/" + outTradeNo + "?mchid=" + credentials.mchid();
    }

    HttpResponse<String> send(String method, String target, String body) throws IOException {
        Stamp stamp = stamp();
        return send(method, target, body, authorization(stamp, sign(stamp, method, target, body)));
    }

    HttpResponse<String> send(String method, String target, String body, String authorization) throws IOException {
        return send(request(target)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", authorization)
                .build());
    }

    /** As {@link #control(String, String)}, for those who cannot fail in a checked way. */
    JsonNode told(String path, String body) {
        try {
            return control(path, body);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** As {@link #control(String)}, for those who cannot fail in a checked way. */
    JsonNode told(String path) {
        try {
            return control(path);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    JsonNode control(String path, String body) throws IOException {
        var request = request("/_sim" + path)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return Json.MAPPER.readTree(send(request).body());
    }

    JsonNode control(String path) throws IOException {
        return Json.MAPPER.readTree(send(request("/_sim" + path).GET().build()).body());
    }

    String sign(Stamp stamp, String method, String target, String body) {
        String message = method + "\n" + target + "\n" + stamp.timestamp() + "\n" + stamp.nonce() + "\n" + body + "\n";
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(key);
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String authorization(Stamp stamp, String signature) {
        return "WECHATPAY2-SHA256-RSA2048 mchid=\"%s\",nonce_str=\"%s\",timestamp=\"%d\",serial_no=\"%s\",signature=\"%s\""
                .formatted(stamp.mchid(), stamp.nonce(), stamp.timestamp(), stamp.serial(), signature);
    }

    private HttpRequest.Builder request(String target) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + target))
                .timeout(patience);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException(interrupted);
        }
    }
}
