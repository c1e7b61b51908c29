package io.sluice.core;

import io.r2dbc.pool.ConnectionPool;
import io.sluice.core.merchant.r2dbc.R2dbcMerchants;
import io.sluice.core.secret.Vault;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who the gateway works for. */
@Configuration(proxyBeanMethods = false)
class MerchantConfiguration {

    @Bean
    Vault vault(@Value("${sluice.vault.keyset}") String keyset) {
        if (keyset.isBlank()) {
            throw new IllegalStateException(
                    "SLUICE_VAULT_KEYSET is not set; it names the Tink keyset file that secrets are sealed with");
        }
        return Vault.open(Path.of(keyset));
    }

    @Bean
    R2dbcMerchants merchants(ConnectionPool readers, Vault vault) {
        return new R2dbcMerchants(readers, vault);
    }
}
