package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.FeeRule;
import io.sluice.core.merchant.model.MerchantProfile;
import io.sluice.core.merchant.model.RateLimit;
import io.sluice.core.r2dbc.Columns;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** Merchants with their fees, a row each. */
final class MerchantProfiles {

    static final String SELECT = "select m.*,"
            + " array(select currency from sluice.fee_rule f where f.merchant_id = m.merchant_id order by currency) as currencies,"
            + " array(select basis_points from sluice.fee_rule f where f.merchant_id = m.merchant_id order by currency) as basis_points,"
            + " array(select fixed_minor from sluice.fee_rule f where f.merchant_id = m.merchant_id order by currency) as fixed_minors"
            + " from sluice.merchant m";

    private MerchantProfiles() {}

    static MerchantProfile profile(Readable row) {
        Columns columns = new Columns(row);
        return new MerchantProfile(
                new MerchantId(columns.uuid("merchant_id")),
                columns.text("name"),
                columns.flag("test_mode"),
                columns.flag("active"),
                new RateLimit(columns.integer("permits_per_second"), columns.integer("burst")),
                fees(row, columns.texts("currencies")),
                MerchantRows.lateSuccess(columns),
                columns.instant("created_at"));
    }

    static Map<String, Object> detail(MerchantProfile merchant) {
        return Map.of(
                "name", merchant.name(),
                "test_mode", merchant.testMode(),
                "active", merchant.active(),
                "permits_per_second", merchant.rateLimit().permitsPerSecond(),
                "burst", merchant.rateLimit().burst(),
                "late_success", merchant.lateSuccess().wireName(),
                "fees",
                        merchant.fees().stream()
                                .map(fee -> Map.of(
                                        "currency", fee.currency(),
                                        "basis_points", fee.basisPoints(),
                                        "fixed_minor", fee.fixedMinor()))
                                .toList());
    }

    private static List<FeeRule> fees(Readable row, String[] currencies) {
        Integer[] basisPoints = Objects.requireNonNull(row.get("basis_points", Integer[].class));
        Long[] fixedMinors = Objects.requireNonNull(row.get("fixed_minors", Long[].class));
        return IntStream.range(0, currencies.length)
                .mapToObj(i -> new FeeRule(currencies[i], basisPoints[i], fixedMinors[i]))
                .toList();
    }
}
