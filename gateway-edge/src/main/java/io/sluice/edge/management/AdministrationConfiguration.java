package io.sluice.edge.management;

import io.r2dbc.pool.ConnectionPool;
import io.sluice.core.audit.AuditTrail;
import io.sluice.core.audit.r2dbc.R2dbcAuditTrail;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.guard.Channels;
import io.sluice.core.merchant.ChannelAccountAdministration;
import io.sluice.core.merchant.ChannelCatalog;
import io.sluice.core.merchant.KeyAdministration;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.merchant.r2dbc.R2dbcChannelAccountAdministration;
import io.sluice.core.merchant.r2dbc.R2dbcKeyAdministration;
import io.sluice.core.merchant.r2dbc.R2dbcMerchantAdministration;
import io.sluice.core.modification.GiveBacks;
import io.sluice.core.payment.Conclusions;
import io.sluice.core.payment.DecisionRecords;
import io.sluice.core.payment.Decisions;
import io.sluice.core.payment.Payments;
import io.sluice.core.routing.RoutingAdministration;
import io.sluice.core.routing.RoutingRecords;
import io.sluice.core.routing.r2dbc.R2dbcRoutingAdministration;
import io.sluice.core.routing.r2dbc.R2dbcRoutingRecords;
import io.sluice.core.secret.Vault;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the operators' endpoints work with; part of the app itself, so that a wrong token file ends its start. */
@Configuration(proxyBeanMethods = false)
class AdministrationConfiguration {

    @Bean
    OperatorTokens operatorTokens(@Value("${sluice.edge.management-token-file}") String file) {
        if (file.isBlank()) {
            throw new IllegalStateException(
                    "SLUICE_MANAGEMENT_TOKEN_FILE is not set; it names a file with lines name:token for operators");
        }
        return OperatorTokens.read(Path.of(file));
    }

    @Bean
    MerchantAdministration merchantAdministration(ConnectionPool readers) {
        return new R2dbcMerchantAdministration(readers);
    }

    @Bean
    KeyAdministration keyAdministration(ConnectionPool readers, Vault vault) {
        return new R2dbcKeyAdministration(readers, vault);
    }

    @Bean
    ChannelAccountAdministration channelAccountAdministration(
            ConnectionPool readers,
            Vault vault,
            Clock clock,
            @Value("${sluice.callback-base-url}") String callbackBaseUrl,
            @Value("${sluice.channel.deadline}") Duration deadline) {
        ChannelEnvironment environment = new ChannelEnvironment(clock, callbackBaseUrl, deadline);
        ChannelCatalog catalog = new ChannelCatalog(Channels.installed(), environment);
        return new R2dbcChannelAccountAdministration(readers, vault, catalog);
    }

    @Bean
    RoutingAdministration routingAdministration(ConnectionPool readers) {
        List<ChannelProvider> installed = Channels.installed();
        return new R2dbcRoutingAdministration(
                readers,
                installed.stream().map(ChannelProvider::channel).toList(),
                installed.stream()
                        .flatMap(provider -> provider.methods().stream())
                        .toList());
    }

    @Bean
    RoutingRecords routingRecords(ConnectionPool readers) {
        return new R2dbcRoutingRecords(readers);
    }

    @Bean
    Decisions decisions(
            Payments payments, DecisionRecords records, Conclusions conclusions, GiveBacks giveBacks, Clock clock) {
        return new Decisions(payments, records, conclusions, giveBacks, clock);
    }

    @Bean
    AuditTrail auditTrail(ConnectionPool readers) {
        return new R2dbcAuditTrail(readers);
    }
}
