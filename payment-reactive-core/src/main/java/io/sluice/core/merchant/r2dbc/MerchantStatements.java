package io.sluice.core.merchant.r2dbc;

import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.LateSuccess;
import io.sluice.core.merchant.model.MerchantChange;
import io.sluice.core.merchant.model.NewMerchant;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.r2dbc.Bind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** The statements that change a merchant and its fees; transactions are the caller's. */
final class MerchantStatements {

    private static final String INSERT =
            "insert into sluice.merchant (merchant_id, name, test_mode, permits_per_second, burst, late_success)"
                    + " values (:id, :name, :test_mode, :permits, :burst, :late_success)";
    private static final String UPDATE =
            "update sluice.merchant set name = coalesce(:name, name), test_mode = coalesce(:test_mode, test_mode),"
                    + " active = coalesce(:active, active), burst = coalesce(:burst, burst),"
                    + " late_success = coalesce(:late_success, late_success),"
                    + " permits_per_second = coalesce(:permits, permits_per_second) where merchant_id = :id";
    private static final String INSERT_FEES =
            "insert into sluice.fee_rule (merchant_id, currency, basis_points, fixed_minor)"
                    + " select :id, currency, basis_points, fixed_minor"
                    + " from unnest(:currencies, :basis_points, :fixed_minors) as f(currency, basis_points, fixed_minor)";

    private final DatabaseClient database;

    MerchantStatements(DatabaseClient database) {
        this.database = database;
    }

    Mono<Long> insert(MerchantId id, NewMerchant merchant) {
        return database.sql(INSERT)
                .bind("id", id.value())
                .bind("name", merchant.name())
                .bind("test_mode", merchant.testMode())
                .bind("permits", merchant.rateLimit().permitsPerSecond())
                .bind("burst", merchant.rateLimit().burst())
                .bind("late_success", merchant.lateSuccess().wireName())
                .fetch()
                .rowsUpdated();
    }

    Mono<Long> update(MerchantId id, MerchantChange change) {
        @Nullable RateLimit limit = change.rateLimit();
        @Nullable LateSuccess late = change.lateSuccess();
        return database.sql(UPDATE)
                .bind("id", id.value())
                .bind("name", Bind.nullable(change.name(), String.class))
                .bind("test_mode", Bind.nullable(change.testMode(), Boolean.class))
                .bind("active", Bind.nullable(change.active(), Boolean.class))
                .bind("permits", Bind.nullable(limit == null ? null : limit.permitsPerSecond(), Integer.class))
                .bind("burst", Bind.nullable(limit == null ? null : limit.burst(), Integer.class))
                .bind("late_success", Bind.nullable(late == null ? null : late.wireName(), String.class))
                .fetch()
                .rowsUpdated();
    }

    /** Empty when there is no such merchant. Two changes of one merchant's fees must not mix. */
    Mono<Boolean> lock(MerchantId id) {
        return database.sql("select true as locked from sluice.merchant where merchant_id = :id for update")
                .bind("id", id.value())
                .mapValue(Boolean.class)
                .one();
    }

    Mono<Long> replaceFees(MerchantId id, List<FeeRule> fees) {
        return database.sql("delete from sluice.fee_rule where merchant_id = :id")
                .bind("id", id.value())
                .fetch()
                .rowsUpdated()
                .then(insertFees(id, fees));
    }

    Mono<Long> insertFees(MerchantId id, List<FeeRule> fees) {
        return database.sql(INSERT_FEES)
                .bind("id", id.value())
                .bind("currencies", fees.stream().map(FeeRule::currency).toArray(String[]::new))
                .bind("basis_points", fees.stream().map(FeeRule::basisPoints).toArray(Integer[]::new))
                .bind("fixed_minors", fees.stream().map(FeeRule::fixedMinor).toArray(Long[]::new))
                .fetch()
                .rowsUpdated();
    }
}
