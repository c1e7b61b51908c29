package io.sluice.edge.management;

import static io.sluice.edge.management.OperatorFilter.operator;

import io.sluice.core.channel.BatchTotals;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.settlement.Settlements;
import io.sluice.core.settlement.model.Settlement;
import io.sluice.core.settlement.model.SettlementState;
import io.sluice.edge.http.Paging;
import io.sluice.edge.http.ProblemException;
import io.sluice.edge.http.QueryParameters;
import io.sluice.edge.json.JsonAnswer;
import io.sluice.edge.json.JsonFields;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What hosts said of terminals' days, and the order to settle one now. */
final class SettlementHandlers {

    private static final int A_DAY = 10;

    private final Settlements settlements;
    private final Clock clock;

    SettlementHandlers(Settlements settlements, Clock clock) {
        this.settlements = settlements;
        this.clock = clock;
    }

    Mono<ServerResponse> list(ServerRequest request) {
        QueryParameters query = QueryParameters.of(request, "state", "limit");
        SettlementState state =
                query.optional("state").map(SettlementHandlers::state).orElse(null);
        return settlements
                .list(state, Paging.limit(query))
                .map(settlement -> JsonAnswer.text(shown(settlement)))
                .collectList()
                .flatMap(documents -> Paging.page(documents, null));
    }

    private static SettlementState state(String name) {
        return Arrays.stream(SettlementState.values())
                .filter(state -> state.wireName().equals(name))
                .findFirst()
                .orElseThrow(
                        () -> QueryParameters.complaint("state", "must be due, asked, agreed, disagreed or uploaded"));
    }

    /** In spite of what is unknown of that day, and without waiting for the next time; what is over is shown as it is. */
    Mono<ServerResponse> order(ServerRequest request) {
        ChannelAccountId account = OperatorRequest.id(request, "channel_account", ChannelAccountId::parse);
        return OperatorRequest.body(request, SettlementHandlers::day)
                .flatMap(day -> settlements
                        .find(account, day)
                        .switchIfEmpty(Mono.error(() -> ProblemException.of(
                                404,
                                "settlement_not_found",
                                account + " has no day " + day
                                        + " to be settled: only a terminal's has one, and only when it is over."))))
                .flatMap(known -> order(request, known))
                .flatMap(settlement -> JsonAnswer.ok(shown(settlement)));
    }

    private Mono<Settlement> order(ServerRequest request, Settlement known) {
        if (known.state().isFinal()) {
            return Mono.just(known);
        }
        return settlements
                .order(operator(request), known.ordered(operator(request).name(), clock.instant()))
                .switchIfEmpty(Mono.error(() -> ProblemException.of(
                        409, "settlement_changed", "It went on meanwhile: look at it again, and repeat the request.")));
    }

    private static LocalDate day(JsonFields fields) {
        String text = fields.text("day", A_DAY, A_DAY);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw fields.invalid("day", "must be a day such as 2026-11-21");
        }
    }

    private static Map<String, @Nullable Object> shown(Settlement settlement) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("merchant_id", settlement.merchantId().toString());
        document.put("channel_account", settlement.account().toString());
        document.put("day", settlement.batch().day().toString());
        document.put("state", settlement.state().wireName());
        document.put("ours", shown(settlement.ours()));
        document.put("theirs", shown(settlement.theirs()));
        document.put("open", settlement.open());
        document.put("ordered_by", settlement.orderedBy());
        document.put("code", settlement.code());
        document.put("updated_at", JsonAnswer.time(settlement.updatedAt()));
        return document;
    }

    private static @Nullable Map<String, Object> shown(@Nullable BatchTotals totals) {
        if (totals == null) {
            return null;
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("charged_amount", totals.chargedMinor());
        document.put("charges", totals.charges());
        document.put("refunded_amount", totals.refundedMinor());
        document.put("refunds", totals.refunds());
        return document;
    }
}
