package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.http.ControlRequest;
import io.sluice.sandbox.simulators.keys.Nonces;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import tools.jackson.databind.JsonNode;

/** Issues access tokens (OAuth 2 client credentials) and tells whose they are. They end with the process. */
final class Tokens {
    private static final String BEARER = "Bearer ";

    private final Map<String, OwnMerchant> merchants;
    private final InstantSource clock;
    private final Map<String, Token> issued = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();
    private volatile Duration life;

    private record Token(OwnMerchant merchant, Instant until) {}

    Tokens(Map<String, OwnMerchant> merchants, Duration life, InstantSource clock) {
        this.merchants = merchants;
        this.life = life;
        this.clock = clock;
    }

    Mono<Answer> issue(HttpServerRequest request, byte[] body) {
        OwnMerchant merchant = client(request.requestHeaders().get("Authorization"));
        if (merchant == null) {
            return Mono.just(refused(401, "invalid_client", "Client Authentication failed"));
        }
        String form = new String(body, StandardCharsets.UTF_8);
        return Mono.just(
                form.contains("grant_type=client_credentials")
                        ? Answer.ok(token(merchant))
                        : refused(400, "unsupported_grant_type", "Grant Type is not supported"));
    }

    private JsonNode token(OwnMerchant merchant) {
        String token = "A21AA" + Nonces.next(40);
        issued.put(token, new Token(merchant, clock.instant().plus(life)));
        count.incrementAndGet();
        return Json.MAPPER
                .createObjectNode()
                .put("scope", "https://uri.paypal.com/services/payments/payment")
                .put("access_token", token)
                .put("token_type", "Bearer")
                .put("app_id", "APP-80W284485P519543T")
                .put("expires_in", life.toSeconds())
                .put("nonce", clock.instant() + Nonces.next(20));
    }

    private @Nullable OwnMerchant client(@Nullable String header) {
        if (header == null || !header.startsWith("Basic ")) {
            return null;
        }
        try {
            String pair = new String(Base64.getDecoder().decode(header.substring(6)), StandardCharsets.UTF_8);
            String[] parts = pair.split(":", 2);
            OwnMerchant merchant = merchants.get(parts[0]);
            return merchant != null && parts.length == 2 && merchant.secret().equals(parts[1]) ? merchant : null;
        } catch (IllegalArgumentException malformed) {
            return null;
        }
    }

    /** Whose token the header carries; null when it is absent, unknown or expired. */
    @Nullable OwnMerchant owner(@Nullable String header) {
        if (header == null || !header.startsWith(BEARER)) {
            return null;
        }
        Token token = issued.get(header.substring(BEARER.length()));
        return token == null || !clock.instant().isBefore(token.until()) ? null : token.merchant();
    }

    Mono<Answer> see(ControlRequest request) {
        return Mono.just(Answer.ok(
                Json.MAPPER.createObjectNode().put("issued", count.get()).put("expires_in", life.toSeconds())));
    }

    /** {@code {"expires_in": SECONDS, "revoke": true}}, either of them. */
    Mono<Answer> set(ControlRequest request) {
        JsonNode seconds = request.body().path("expires_in");
        if (seconds.isIntegralNumber()) {
            life = Duration.ofSeconds(seconds.longValue());
        }
        if (request.body().path("revoke").booleanValue(false)) {
            issued.clear();
        }
        return see(request);
    }

    private static Answer refused(int status, String error, String description) {
        return Answer.of(
                status, Json.MAPPER.createObjectNode().put("error", error).put("error_description", description));
    }
}
