package io.sluice.core.routing.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.id.MerchantId;
import io.sluice.core.json.StoredJson;
import io.sluice.core.merchant.model.InvalidFieldException;
import io.sluice.core.routing.RoutingAdministration;
import io.sluice.core.routing.json.ConfigurationJson;
import io.sluice.core.routing.rule.model.Feature;
import io.sluice.core.routing.rule.model.RoutingConfiguration;
import io.sluice.core.routing.rule.model.Switch;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Routing in PostgreSQL, as operators keep it. */
public final class R2dbcRoutingAdministration implements RoutingAdministration {

    private static final String LOCK = "select true from sluice.merchant where merchant_id = :merchant for update";
    private static final String STRANGERS = "select a from unnest(:accounts) as a where not exists ("
            + "select from sluice.channel_account c where c.merchant_id = :merchant and c.account_id = a)";
    private static final String NEXT = "insert into sluice.routing_configuration (merchant_id, version, document)"
            + " select :merchant, coalesce(max(version), 0) + 1, :document from sluice.routing_configuration"
            + " where merchant_id = :merchant returning version";
    private static final String OFF = "insert into sluice.switch (kind, name, reason, actor)"
            + " values (:kind, :name, :reason, :actor)"
            + " on conflict (kind, name) do update set reason = excluded.reason, actor = excluded.actor returning *";
    private static final String ON = "delete from sluice.switch where kind = :kind and name = :name returning *";

    private final DatabaseClient database;
    private final RoutingRows rows;
    private final AuditedChanges changes;
    private final Map<Switch.Kind, Collection<String>> names;

    /**
     * @param channels the names of the installed channels
     * @param methods all that they offer
     */
    public R2dbcRoutingAdministration(
            ConnectionFactory connections, Collection<String> channels, Collection<String> methods) {
        this.database = DatabaseClient.create(connections);
        this.rows = new RoutingRows(database);
        this.changes = new AuditedChanges(connections);
        this.names = Map.of(
                Switch.Kind.CHANNEL, channels,
                Switch.Kind.METHOD, methods,
                Switch.Kind.FEATURE, Feature.wireNames());
    }

    @Override
    public Mono<RoutingConfiguration> find(MerchantId merchant) {
        return rows.configuration(merchant);
    }

    @Override
    public Mono<RoutingConfiguration> replace(Actor operator, MerchantId merchant, RoutingConfiguration configuration) {
        String document = ConfigurationJson.of(configuration);
        Mono<RoutingConfiguration> replaced = database.sql(LOCK)
                .bind("merchant", merchant.value())
                .mapValue(Boolean.class)
                .one()
                .flatMap(locked -> requireOwn(merchant, configuration).then(next(merchant, document)))
                .map(configuration::withVersion);
        return changes.make(
                operator,
                replaced,
                made -> new AuditLine(
                        "routing.replace",
                        merchant,
                        Map.of("version", made.version(), "document", StoredJson.read(document))));
    }

    private Mono<Void> requireOwn(MerchantId merchant, RoutingConfiguration configuration) {
        UUID[] accounts =
                configuration.mentioned().stream().map(id -> id.value()).toArray(UUID[]::new);
        return database.sql(STRANGERS)
                .bind("accounts", accounts)
                .bind("merchant", merchant.value())
                .mapValue(UUID.class)
                .first()
                .flatMap(stranger -> Mono.error(new InvalidFieldException(
                        "accounts",
                        "cha_" + stranger.toString().replace("-", "") + " is no channel account of " + merchant)));
    }

    private Mono<Integer> next(MerchantId merchant, String document) {
        return database.sql(NEXT)
                .bind("merchant", merchant.value())
                .bind("document", document)
                .mapValue(Integer.class)
                .one();
    }

    @Override
    public Flux<Switch> switches() {
        return rows.switches();
    }

    @Override
    public Mono<Switch> turnOff(Actor operator, Switch.Kind kind, String name, String reason) {
        Mono<Switch> off = requireKnown(kind, name)
                .then(database.sql(OFF)
                        .bind("kind", kind.wireName())
                        .bind("name", name)
                        .bind("reason", reason)
                        .bind("actor", operator.name())
                        .map(RoutingRows::off)
                        .one());
        return changes.make(operator, off, changed -> line("switch.off", changed, reason));
    }

    @Override
    public Mono<Switch> turnOn(Actor operator, Switch.Kind kind, String name, String reason) {
        Mono<Switch> on = database.sql(ON)
                .bind("kind", kind.wireName())
                .bind("name", name)
                .map(RoutingRows::off)
                .one();
        return changes.make(operator, on, changed -> line("switch.on", changed, reason));
    }

    private Mono<Void> requireKnown(Switch.Kind kind, String name) {
        if (kind == Switch.Kind.ACCOUNT) {
            return database.sql("select 1 from sluice.channel_account"
                            + " where 'cha_' || replace(account_id::text, '-', '') = :name")
                    .bind("name", name)
                    .mapValue(Integer.class)
                    .one()
                    .switchIfEmpty(
                            Mono.error(() -> new InvalidFieldException("name", "there is no channel account " + name)))
                    .then();
        }
        Collection<String> known = names.getOrDefault(kind, List.of());
        return known.contains(name)
                ? Mono.empty()
                : Mono.error(new InvalidFieldException(
                        "name",
                        "there is no " + kind.wireName() + " '" + name + "'; there are " + String.join(", ", known)));
    }

    private static AuditLine line(String action, Switch changed, String reason) {
        return new AuditLine(action, changed.kind().wireName() + " " + changed.name(), Map.of("reason", reason));
    }
}
