package io.sluice.notifier;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.tracing.propagation.Propagator;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.sluice.notifier.address.model.TargetPolicy;
import io.sluice.notifier.delivery.AttemptPipeline;
import io.sluice.notifier.delivery.Dispatcher;
import io.sluice.notifier.delivery.Poll;
import io.sluice.notifier.delivery.Sender;
import io.sluice.notifier.delivery.http.HttpSender;
import io.sluice.notifier.delivery.http.TracedSender;
import io.sluice.notifier.delivery.http.WebhookHttpClient;
import io.sluice.notifier.delivery.model.DeliveryPolicy;
import io.sluice.notifier.delivery.observe.AttemptLog;
import io.sluice.notifier.delivery.observe.AttemptMeters;
import io.sluice.notifier.delivery.observe.BacklogMeters;
import io.sluice.notifier.delivery.r2dbc.R2dbcDeliveries;
import io.sluice.notifier.endpoint.CachedEndpoints;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** From the queue to the merchant. */
@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {

    @Bean
    R2dbcDeliveries deliveries(
            ConnectionPool pool,
            PostgresqlConnectionFactory postgres,
            NotifierProperties webhook,
            MeterRegistry meters) {
        return new R2dbcDeliveries(pool, postgres, webhook.limits().lease(), meters);
    }

    @Bean
    TargetPolicy targetPolicy(NotifierProperties webhook) {
        return new TargetPolicy(webhook.allowPrivate());
    }

    @Bean
    WebhookHttpClient webhookHttpClient(NotifierProperties webhook, TargetPolicy targets) {
        return new WebhookHttpClient(webhook.connections(), webhook.inFlight(), webhook.timeout(), targets);
    }

    @Bean
    Sender sender(WebhookHttpClient client, NotifierProperties webhook, TargetPolicy targets, Propagator propagator) {
        return new TracedSender(new HttpSender(client, targets, webhook.timeout()), propagator);
    }

    @Bean
    AttemptPipeline attemptPipeline(
            CachedEndpoints endpoints,
            Sender sender,
            R2dbcDeliveries deliveries,
            NotifierProperties webhook,
            MeterRegistry meters) {
        DeliveryPolicy policy = new DeliveryPolicy(webhook.schedule());
        return new AttemptPipeline(
                endpoints,
                sender,
                deliveries,
                policy,
                Clock.systemUTC(),
                new AttemptLog().andThen(new AttemptMeters(meters)));
    }

    @Bean
    Dispatcher dispatcher(R2dbcDeliveries deliveries, AttemptPipeline pipeline, NotifierProperties webhook) {
        return new Dispatcher(deliveries, pipeline, webhook.limits(), Clock.systemUTC());
    }

    @Bean
    Poll poll(R2dbcDeliveries deliveries, Dispatcher dispatcher) {
        return new Poll(deliveries, dispatcher);
    }

    @Bean
    BacklogMeters backlogMeters(R2dbcDeliveries deliveries, MeterRegistry meters) {
        return new BacklogMeters(deliveries, meters);
    }
}
