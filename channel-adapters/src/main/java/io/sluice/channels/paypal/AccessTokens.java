package io.sluice.channels.paypal;

import io.sluice.channels.http.HttpExchange;
import io.sluice.channels.http.Json;
import io.sluice.channels.http.Request;
import io.sluice.channels.http.Sent;
import io.sluice.channels.http.UnreadableException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** The account's access token: asked for when first needed and before it expires, once for all who wait. */
final class AccessTokens {

    private static final String TARGET = "/v1/oauth2/token";
    private static final byte[] FORM = "grant_type=client_credentials".getBytes(StandardCharsets.US_ASCII);
    private static final Duration MARGIN = Duration.ofMinutes(1);
    private static final int OK = 200;

    private final HttpExchange exchange;
    private final Map<String, String> headers;
    private final Clock clock;
    private final AtomicReference<@Nullable Mono<Grant>> underWay = new AtomicReference<>();
    private volatile @Nullable Token current;

    /** What came of asking for a token. */
    sealed interface Grant {}

    /** @param freshUntil when the next one is to be asked for */
    record Token(String value, Instant freshUntil) implements Grant {

        @Override
        public String toString() {
            return "Token[until " + freshUntil + "]";
        }
    }

    /** PayPal refuses the account. */
    record Refused(int status, String code, String message) implements Grant {}

    /** There is none to be had now. */
    record Unavailable(String code, String message) implements Grant {}

    AccessTokens(PayPalAccount account, HttpExchange exchange, Clock clock) {
        String pair = account.clientId() + ':' + account.clientSecret();
        String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        this.headers = Map.of("Authorization", "Basic " + basic);
        this.exchange = exchange;
        this.clock = clock;
    }

    /** Joins the request that is under way, or starts one where there is no fresh token. */
    Mono<Grant> token() {
        return Mono.defer(() -> {
            Mono<Grant> going = underWay.get();
            if (going != null) {
                return going;
            }
            Token known = fresh();
            return known == null ? request() : Mono.just(known);
        });
    }

    /** The same after PayPal refused a token, which is forgotten unless it was replaced meanwhile. */
    Mono<Grant> insteadOf(Token refused) {
        return Mono.defer(() -> {
            if (refused.equals(current)) {
                current = null;
            }
            return token();
        });
    }

    private Mono<Grant> request() {
        // Cached, so that it goes on when the first of those who wait for it leaves.
        Mono<Grant> asking = exchange.send(
                        new Request("POST", TARGET, headers, "application/x-www-form-urlencoded", FORM))
                .map(this::read)
                .doOnNext(this::learn)
                .cache();
        if (!underWay.compareAndSet(null, asking)) {
            return token();
        }
        Token known = fresh();
        if (known != null) {
            // Somebody else's request has come and gone in between.
            underWay.set(null);
            return Mono.just(known);
        }
        return asking;
    }

    private @Nullable Token fresh() {
        Token known = current;
        return known != null && clock.instant().isBefore(known.freshUntil()) ? known : null;
    }

    private void learn(Grant grant) {
        if (grant instanceof Token token) {
            current = token;
        }
        underWay.set(null);
    }

    private Grant read(Sent sent) {
        return switch (sent) {
            case Sent.Answered answered -> read(answered);
            case Sent.NotWritten(String code, String message) -> new Unavailable(code, message);
            case Sent.Lost(String code, String message) -> new Unavailable("token_" + code, message);
        };
    }

    private Grant read(Sent.Answered answered) {
        try {
            JsonNode document = Json.object(answered.body());
            if (answered.status() == OK) {
                long seconds = document.path("expires_in").longValue(0);
                Duration life = Duration.ofSeconds(seconds);
                Duration margin = MARGIN.compareTo(life.dividedBy(2)) < 0 ? MARGIN : life.dividedBy(2);
                return new Token(
                        Json.required(document, "access_token"),
                        clock.instant().plus(life).minus(margin));
            }
            return answered.status() / 100 == 4
                    ? new Refused(
                            answered.status(),
                            Json.required(document, "error"),
                            Json.text(document, "error_description"))
                    : new Unavailable("token_unavailable", "the channel answered " + answered.status());
        } catch (UnreadableException unreadable) {
            return new Unavailable("token_unreadable", "the access token cannot be read: " + unreadable.getMessage());
        }
    }
}
