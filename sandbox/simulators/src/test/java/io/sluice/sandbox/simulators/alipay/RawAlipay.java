package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.keys.Pem;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A merchant who signs by hand, and can so be wrong in every detail; also a browser and the control API's client. */
final class RawAlipay {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private final AlipaySimulator simulator;
    private final MerchantCredentials credentials;

    RawAlipay(AlipaySimulator simulator) {
        this.simulator = simulator;
        this.credentials = simulator.credentials(SimulatorConfig.DEMO_APP);
    }

    /** All that a right request has, but the signature. */
    Map<String, String> request(String method, String content) {
        var fields = new TreeMap<String, String>();
        fields.put("app_id", credentials.appId());
        fields.put("method", method);
        fields.put("format", "JSON");
        fields.put("charset", "utf-8");
        fields.put("sign_type", "RSA2");
        fields.put("timestamp", time(Instant.now()));
        fields.put("version", "1.0");
        fields.put("biz_content", content);
        return fields;
    }

    static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.ofHours(8)));
    }

    Map<String, String> signed(Map<String, String> fields) {
        String message = new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(one -> !one.getValue().isEmpty())
                        .map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining("&"));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(Pem.privateKey(credentials.privateKeyPem()));
            signature.update(message.getBytes(StandardCharsets.UTF_8));
            var all = new TreeMap<>(fields);
            all.put("sign", Base64.getEncoder().encodeToString(signature.sign()));
            return all;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** What stands in the answer's envelope, by the method's name. */
    JsonNode call(Map<String, String> fields) {
        JsonNode answer = Json.MAPPER.readTree(post("/gateway.do", form(fields)).body());
        String name = fields.getOrDefault("method", "").replace('.', '_') + "_response";
        return answer.path(answer.has(name) ? name : "error_response");
    }

    JsonNode call(String method, String content) {
        return call(signed(request(method, content)));
    }

    HttpResponse<String> post(String path, String form) {
        return send(to(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpResponse<String> get(String path) {
        return send(to(path));
    }

    JsonNode control(String path) {
        return Json.MAPPER.readTree(get("/_sim" + path).body());
    }

    JsonNode control(String path, String json) {
        return Json.MAPPER.readTree(
                send(to("/_sim" + path).POST(BodyPublishers.ofString(json))).body());
    }

    private HttpRequest.Builder to(String path) {
        String url = path.startsWith("http") ? path : "http://127.0.0.1:" + simulator.port() + path;
        return HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5));
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
