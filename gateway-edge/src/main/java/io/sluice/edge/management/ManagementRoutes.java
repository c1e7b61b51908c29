package io.sluice.edge.management;

import io.sluice.core.audit.AuditTrail;
import io.sluice.core.card.Cards;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.ChannelAccountAdministration;
import io.sluice.core.merchant.KeyAdministration;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.merchant.Merchants;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.Payments;
import io.sluice.core.payout.PayoutConclusions;
import io.sluice.core.payout.PayoutDecisions;
import io.sluice.core.payout.PayoutPipeline;
import io.sluice.core.payout.Payouts;
import io.sluice.core.routing.RoutingAdministration;
import io.sluice.core.settlement.Settlements;
import io.sluice.core.webhook.WebhookEndpoints;
import java.time.Clock;
import org.springframework.boot.actuate.autoconfigure.web.server.ConditionalOnManagementPort;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementPortType;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * The operators' endpoints. Not annotated as a component, lest the app's own scan bring them to the merchants' port:
 * only the management context imports this class, by its name in {@code META-INF/spring}, and only where it has a port
 * of its own. Other apps that share a class path with this one have no operators, and get none of it.
 */
@ConditionalOnBean(OperatorTokens.class)
@ConditionalOnManagementPort(ManagementPortType.DIFFERENT)
class ManagementRoutes {

    private static final String MERCHANTS = "/admin/merchants";
    private static final String MERCHANT = MERCHANTS + "/{merchant}";
    private static final String ACCOUNTS = MERCHANT + "/channel_accounts";

    @Bean
    OperatorFilter operatorFilter(OperatorTokens tokens) {
        return new OperatorFilter(tokens);
    }

    @Bean
    RouterFunction<ServerResponse> merchantManagement(MerchantAdministration merchants) {
        MerchantHandlers handlers = new MerchantHandlers(merchants);
        return RouterFunctions.route()
                .POST(MERCHANTS, handlers::create)
                .GET(MERCHANTS, handlers::list)
                .GET(MERCHANT, handlers::get)
                .PATCH(MERCHANT, handlers::update)
                .GET(MERCHANT + "/fees", handlers::fees)
                .PUT(MERCHANT + "/fees", handlers::setFees)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> keyManagement(
            KeyAdministration keys, MerchantAdministration merchants, Clock clock) {
        KeyHandlers handlers = new KeyHandlers(keys, merchants, clock);
        return RouterFunctions.route()
                .POST(MERCHANT + "/keys", handlers::register)
                .GET(MERCHANT + "/keys", handlers::list)
                .POST(MERCHANT + "/keys/{key}/revoke", handlers::revoke)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> accountManagement(
            ChannelAccountAdministration accounts, MerchantAdministration merchants) {
        ChannelAccountHandlers handlers = new ChannelAccountHandlers(accounts, merchants);
        return RouterFunctions.route()
                .POST(ACCOUNTS, handlers::create)
                .GET(ACCOUNTS, handlers::list)
                .GET(ACCOUNTS + "/{channel_account}", handlers::get)
                .PATCH(ACCOUNTS + "/{channel_account}", handlers::update)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> billManagement(Merchants merchants, Channels channels) {
        return RouterFunctions.route()
                .GET(ACCOUNTS + "/{channel_account}/bills/{day}", new BillHandlers(merchants, channels)::bill)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> webhookManagement(WebhookEndpoints endpoints, MerchantAdministration merchants) {
        WebhookEndpointHandlers handlers = new WebhookEndpointHandlers(endpoints, merchants);
        return RouterFunctions.route()
                .POST(MERCHANT + "/webhook_endpoints", handlers::create)
                .GET(MERCHANT + "/webhook_endpoints", handlers::list)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> paymentManagement(DecisionRecords records, Decisions decisions, Payments payments) {
        PaymentHandlers handlers = new PaymentHandlers(records, decisions, payments);
        return RouterFunctions.route()
                .GET("/admin/payments", handlers::list)
                .POST("/admin/payments/{payment}/decisions", handlers::decide)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> payoutManagement(
            Payouts payouts, PayoutPipeline pipeline, PayoutConclusions conclusions, PayoutDecisions decisions) {
        PayoutHandlers handlers = new PayoutHandlers(payouts, pipeline, conclusions, decisions);
        return RouterFunctions.route()
                .PUT(MERCHANT + "/payout_terms", handlers::setTerms)
                .POST(MERCHANT + "/payouts/{payout}/decisions", handlers::decide)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> cardManagement(Cards cards, MerchantAdministration merchants) {
        return RouterFunctions.route()
                .POST(MERCHANT + "/cards/uses", new CardHandlers(cards, merchants)::uses)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> routingManagement(RoutingAdministration routing, MerchantAdministration merchants) {
        RoutingHandlers handlers = new RoutingHandlers(routing, merchants);
        return RouterFunctions.route()
                .GET(MERCHANT + "/routing", handlers::get)
                .PUT(MERCHANT + "/routing", handlers::replace)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> switchManagement(RoutingAdministration routing) {
        SwitchHandlers handlers = new SwitchHandlers(routing);
        return RouterFunctions.route()
                .GET("/admin/switches", handlers::list)
                .PUT("/admin/switches/{kind}/{name}", handlers::turnOff)
                .DELETE("/admin/switches/{kind}/{name}", handlers::turnOn)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> settlementManagement(Settlements settlements, Clock clock) {
        SettlementHandlers handlers = new SettlementHandlers(settlements, clock);
        return RouterFunctions.route()
                .GET("/admin/settlements", handlers::list)
                .POST("/admin/channel_accounts/{channel_account}/settlements", handlers::order)
                .build();
    }

    @Bean
    RouterFunction<ServerResponse> auditManagement(AuditTrail trail) {
        return RouterFunctions.route()
                .GET("/admin/audit", new AuditHandlers(trail)::list)
                .build();
    }
}
