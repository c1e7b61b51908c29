package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.audit.r2dbc.AuditLine;
import io.sluice.core.audit.r2dbc.AuditedChanges;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.MerchantAdministration;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.MerchantChange;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.core.merchant.model.MerchantRules;
import io.sluice.core.merchant.model.NewMerchant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Merchants in PostgreSQL, as operators keep them. */
public final class R2dbcMerchantAdministration implements MerchantAdministration {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final DatabaseClient database;
    private final MerchantStatements statements;
    private final AuditedChanges changes;

    public R2dbcMerchantAdministration(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
        this.statements = new MerchantStatements(database);
        this.changes = new AuditedChanges(connections);
    }

    @Override
    public Mono<MerchantProfile> create(Actor actor, NewMerchant merchant) {
        return Mono.defer(() -> {
            MerchantId id = MerchantId.next();
            Mono<MerchantProfile> created = statements
                    .insert(id, merchant)
                    .then(statements.insertFees(id, merchant.fees()))
                    .then(find(id));
            return changes.make(actor, created, profile -> line("merchant.create", profile));
        });
    }

    @Override
    public Flux<MerchantProfile> list(@Nullable MerchantId after, int limit) {
        return database.sql(MerchantProfiles.SELECT + " where merchant_id > :after order by merchant_id limit :limit")
                .bind("after", after == null ? BEFORE_ALL : after.value())
                .bind("limit", limit)
                .map(MerchantProfiles::profile)
                .all();
    }

    @Override
    public Mono<MerchantProfile> find(MerchantId id) {
        return database.sql(MerchantProfiles.SELECT + " where merchant_id = :id")
                .bind("id", id.value())
                .map(MerchantProfiles::profile)
                .one();
    }

    @Override
    public Mono<MerchantProfile> update(Actor actor, MerchantId id, MerchantChange change) {
        Mono<MerchantProfile> updated = statements.update(id, change).then(Mono.defer(() -> find(id)));
        return changes.make(actor, updated, profile -> line("merchant.update", profile));
    }

    @Override
    public Mono<MerchantProfile> setFees(Actor actor, MerchantId id, List<FeeRule> fees) {
        return Mono.defer(() -> {
            MerchantRules.requireFees(fees);
            Mono<MerchantProfile> updated = statements
                    .lock(id)
                    .flatMap(there -> statements.replaceFees(id, fees).then(find(id)));
            return changes.make(actor, updated, profile -> line("merchant.fees", profile));
        });
    }

    private static AuditLine line(String action, MerchantProfile merchant) {
        return new AuditLine(action, merchant.id(), MerchantProfiles.detail(merchant));
    }
}
