package io.sluice.edge.balance;

import io.sluice.core.id.MerchantId;
import io.sluice.core.r2dbc.StoreReads;
import io.sluice.edge.AuthenticatedMerchant;
import io.sluice.edge.http.Problem;
import io.sluice.edge.http.ProblemException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.r2dbc.BadSqlGrammarException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

/** What a merchant is due, in each currency, through the view that the ledger's schema publishes. */
@Configuration(proxyBeanMethods = false)
class BalanceRoutes {

    private final DatabaseClient database;

    BalanceRoutes(DatabaseClient database) {
        this.database = database;
    }

    @Bean
    RouterFunction<ServerResponse> balanceRouter() {
        return RouterFunctions.route().GET("/v1/balance", this::balance).build();
    }

    private Mono<ServerResponse> balance(ServerRequest request) {
        MerchantId merchant = AuthenticatedMerchant.of(request).id();
        return database.sql("select currency, due_minor from ledger.merchant_balance where merchant_id = $1"
                        + " order by currency")
                .bind(0, merchant.value())
                .map(row -> "{\"currency\":\"" + row.get("currency", String.class) + "\",\"due\":"
                        + row.get("due_minor", Long.class) + "}")
                .all()
                .transform(StoreReads::bounded)
                .collectList()
                .onErrorMap(BadSqlGrammarException.class, BalanceRoutes::notYet)
                .flatMap(balances -> ServerResponse.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .bodyValue("{\"balances\":[" + String.join(",", balances) + "]}"));
    }

    private static ProblemException notYet(Throwable missingSchema) {
        return new ProblemException(
                Problem.of(503, "books_unavailable", "The ledger was never started on this database.")
                        .retryAfter(5));
    }
}
