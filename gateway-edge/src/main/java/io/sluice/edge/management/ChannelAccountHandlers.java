package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;
import static io.sluice.edge.management.OperatorRequest.merchant;
import static io.sluice.edge.management.OperatorRequest.notFound;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.ChannelAccountAdministration;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.merchant.model.ChannelAccountChange;
import io.sluice.core.merchant.model.ChannelAccountProfile;
import io.sluice.core.merchant.model.NewChannelAccount;
import io.sluice.edge.http.Paging;
import io.sluice.edge.json.JsonAnswer;
import io.sluice.edge.json.JsonFields;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** Merchants' accounts at channels. Secrets go in and never come out: an answer says only that they are set. */
final class ChannelAccountHandlers {

    private static final String ACCOUNT = "channel_account";
    private static final int MAX_FIELDS = 50;
    private static final int MAX_VALUE = 32 * 1024;

    private final ChannelAccountAdministration accounts;
    private final MerchantAdministration merchants;

    ChannelAccountHandlers(ChannelAccountAdministration accounts, MerchantAdministration merchants) {
        this.accounts = accounts;
        this.merchants = merchants;
    }

    Mono<ServerResponse> create(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.body(request, ChannelAccountHandlers::asked)
                .flatMap(account -> accounts.create(operator(request), merchant, account))
                .switchIfEmpty(Mono.error(() -> notFound("merchant", merchant)))
                .flatMap(created -> JsonAnswer.created(shown(created)));
    }

    Mono<ServerResponse> list(ServerRequest request) {
        MerchantId merchant = merchant(request);
        return OperatorRequest.existing(merchants, merchant)
                .thenMany(accounts.list(merchant))
                .map(account -> JsonAnswer.text(shown(account)))
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }

    Mono<ServerResponse> get(ServerRequest request) {
        return shown(request, accounts.find(merchant(request), account(request)));
    }

    Mono<ServerResponse> update(ServerRequest request) {
        MerchantId merchant = merchant(request);
        ChannelAccountId account = account(request);
        return shown(
                request,
                OperatorRequest.body(request, ChannelAccountHandlers::change)
                        .flatMap(change -> accounts.update(operator(request), merchant, account, change)));
    }

    private static Mono<ServerResponse> shown(ServerRequest request, Mono<ChannelAccountProfile> account) {
        return account.switchIfEmpty(Mono.error(() -> notFound(ACCOUNT, request.pathVariable(ACCOUNT))))
                .flatMap(found -> JsonAnswer.ok(shown(found)));
    }

    private static NewChannelAccount asked(JsonFields fields) {
        return new NewChannelAccount(
                fields.text("channel", 1, 40),
                fields.linesMap("fields", MAX_FIELDS, 64, MAX_VALUE),
                preference(fields).orElse(0));
    }

    private static ChannelAccountChange change(JsonFields fields) {
        var preference = preference(fields);
        return new ChannelAccountChange(
                fields.linesMap("fields", MAX_FIELDS, 64, MAX_VALUE),
                fields.optionalBoolean("enabled").orElse(null),
                preference.isPresent() ? Integer.valueOf(preference.getAsInt()) : null);
    }

    private static OptionalInt preference(JsonFields fields) {
        return fields.optionalInt("preference", -1000, 1000);
    }

    private static ChannelAccountId account(ServerRequest request) {
        return OperatorRequest.id(request, ACCOUNT, ChannelAccountId::parse);
    }

    private static Map<String, @Nullable Object> shown(ChannelAccountProfile account) {
        Map<String, String> fields = new TreeMap<>(account.settings());
        account.secrets().forEach(name -> fields.put(name, "set"));
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", account.id().toString());
        document.put("channel", account.channel());
        document.put("fields", fields);
        document.put("enabled", account.enabled());
        document.put("preference", account.preference());
        document.put("version", account.version());
        document.put("created_at", JsonAnswer.time(account.createdAt()));
        return document;
    }
}
