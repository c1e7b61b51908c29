package io.sluice.edge.balance;

import io.sluice.core.channel.TellsBalance.Balance;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.merchant.model.MerchantChannelAccount;
import io.sluice.core.money.Money;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.json.JsonAnswer;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** How much is on a merchant's account at a channel, as the channel says when it is asked. */
@Configuration(proxyBeanMethods = false)
class ChannelBalanceRoutes {

    private static final int AGAIN_SECONDS = 5;

    private final Channels channels;
    private final Clock clock;

    ChannelBalanceRoutes(Channels channels, Clock clock) {
        this.channels = channels;
        this.clock = clock;
    }

    @Bean
    RouterFunction<ServerResponse> channelBalanceRouter() {
        return RouterFunctions.route()
                .GET("/v1/channels/{id}/balance", this::balance)
                .build();
    }

    private Mono<ServerResponse> balance(ServerRequest request) {
        QueryParameters.of(request);
        MerchantChannelAccount account = account(request);
        return channels.of(account).balance().flatMap(balance -> JsonAnswer.ok(shown(account, balance)));
    }

    private static MerchantChannelAccount account(ServerRequest request) {
        ChannelAccountId id = id(request);
        return AuthenticatedMerchant.of(request).accounts().stream()
                .filter(account -> account.configuration().id().equals(id))
                .findFirst()
                .orElseThrow(() -> notFound("You have no channel account " + id + ", or it is disabled."));
    }

    private static ChannelAccountId id(ServerRequest request) {
        try {
            return ChannelAccountId.parse(request.pathVariable("id"));
        } catch (IllegalArgumentException e) {
            throw notFound(e.getMessage() + ".");
        }
    }

    private static ProblemException notFound(String detail) {
        return ProblemException.of(404, "channel_account_not_found", detail);
    }

    private Map<String, Object> shown(MerchantChannelAccount account, Balance balance) {
        return switch (balance) {
            case Balance.Known(Money available) -> shown(account, available);
            case Balance.Refused(String code, String message) ->
                throw ProblemException.of(
                        409,
                        "balance_not_told",
                        "The channel tells no balance of this account: " + message(code, message));
            case Balance.Unavailable(String code, String message) ->
                throw new ProblemException(Problem.of(
                                503,
                                "balance_unavailable",
                                "The channel did not tell the balance now: " + message(code, message))
                        .retryAfter(AGAIN_SECONDS));
        };
    }

    private static String message(String code, String message) {
        return message + " (" + code + ").";
    }

    private Map<String, Object> shown(MerchantChannelAccount account, Money available) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("channel_account", account.configuration().id().toString());
        document.put("channel", account.configuration().channel());
        document.put("available", available.minor());
        document.put("currency", available.currency().getCurrencyCode());
        document.put("told_at", JsonAnswer.time(clock.instant()));
        return document;
    }
}
