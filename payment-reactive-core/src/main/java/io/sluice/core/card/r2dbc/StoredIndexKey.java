package io.sluice.core.card.r2dbc;

import io.sluice.core.r2dbc.StoreReads;
import io.sluice.core.secret.Vault;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * The blind index's key: made once for the installation, sealed by the vault. It outlives the vault's rotations, for an index whose key
 * changed would find nothing.
 */
final class StoredIndexKey {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ROW = "card_index_key";
    private static final String FIRST = """
            insert into sluice.card_index_key (sealed) values (:sealed)
            on conflict (single) do update set single = excluded.single
            returning sealed""";

    private StoredIndexKey() {}

    static Mono<byte[]> read(DatabaseClient database, Vault vault) {
        return Mono.defer(() -> StoreReads.bounded(database.sql(FIRST)
                        .bind("sealed", vault.seal(fresh(), ROW))
                        .map(row -> Objects.requireNonNull(row.get("sealed", byte[].class)))
                        .one())
                .next()
                .map(stored -> HexFormat.of().parseHex(vault.open(stored, ROW))));
    }

    private static String fresh() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return HexFormat.of().formatHex(key);
    }
}
