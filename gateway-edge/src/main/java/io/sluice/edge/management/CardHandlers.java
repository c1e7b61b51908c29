package io.sluice.edge.management;

import io.sluice.core.card.CardUse;
import io.sluice.core.card.Cards;
import io.sluice.core.json.Timestamps;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.json.JsonFields;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a card was used for. Its number comes in the body, for addresses are logged on the way. */
final class CardHandlers {

    private final Cards cards;
    private final MerchantAdministration merchants;

    CardHandlers(Cards cards, MerchantAdministration merchants) {
        this.cards = cards;
        this.merchants = merchants;
    }

    Mono<ServerResponse> uses(ServerRequest request) {
        var merchant = OperatorRequest.merchant(request);
        int limit = Paging.limit(QueryParameters.of(request, "limit"));
        return OperatorRequest.existing(merchants, merchant)
                .then(OperatorRequest.body(request, CardHandlers::number))
                .flatMap(number -> cards.uses(merchant, number, limit)
                        .map(CardHandlers::document)
                        .collectList())
                .flatMap(documents -> Paging.page(documents, null));
    }

    private static String number(JsonFields fields) {
        String number = fields.text("number", 1, 32);
        if (!number.matches("[0-9]{12,19}")) {
            throw fields.invalid("number", "must be the card's number, 12 to 19 digits");
        }
        return number;
    }

    private static String document(CardUse use) {
        return "{\"payment_id\":\"" + use.payment() + "\",\"attempt_id\":\"" + use.attempt() + "\",\"attempt_state\":\""
                + use.state() + "\",\"card\":\"" + use.masked() + "\",\"at\":\"" + Timestamps.text(use.at()) + "\"}";
    }
}
