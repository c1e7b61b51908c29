package io.sluice.core.merchant.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.merchant.model.ChannelAccountProfile;
import io.sluice.core.r2dbc.Columns;
import io.sluice.core.secret.SecretFields;
import io.sluice.core.secret.Vault;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A row of {@code channel_account}, its secrets opened; on its way in or out it is split into settings and secrets. */
record StoredAccount(
        ChannelAccountId id,
        MerchantId merchantId,
        String channel,
        Map<String, String> settings,
        Map<String, String> secrets,
        boolean enabled,
        int preference,
        long version,
        Instant createdAt) {

    static StoredAccount of(Readable row, Vault vault) {
        Columns columns = new Columns(row);
        ChannelAccountId id = new ChannelAccountId(columns.uuid("account_id"));
        return new StoredAccount(
                id,
                new MerchantId(columns.uuid("merchant_id")),
                columns.text("channel"),
                SecretFields.read(columns.text("settings_text")),
                SecretFields.read(vault.open(columns.bytes("sealed_secrets"), SealedRow.account(id))),
                columns.flag("enabled"),
                columns.integer("preference"),
                columns.number("version"),
                columns.instant("created_at"));
    }

    /** All fields, with those of the change in place of the old; an empty value removes one. */
    Map<String, String> fieldsWith(Map<String, String> change) {
        Map<String, String> fields = new TreeMap<>(configuration().fields());
        fields.putAll(change);
        fields.values().removeIf(String::isEmpty);
        return fields;
    }

    AccountConfiguration configuration() {
        Map<String, String> fields = new TreeMap<>(settings);
        fields.putAll(secrets);
        return new AccountConfiguration(id, channel, fields);
    }

    StoredAccount with(Map<String, String> fields, Set<String> secretNames, boolean nowEnabled, int nowPreference) {
        Map<String, String> open = new TreeMap<>(fields);
        open.keySet().removeAll(secretNames);
        Map<String, String> closed = new TreeMap<>(fields);
        closed.keySet().retainAll(secretNames);
        return new StoredAccount(
                id, merchantId, channel, open, closed, nowEnabled, nowPreference, version + 1, createdAt);
    }

    byte[] sealed(Vault vault) {
        return vault.seal(SecretFields.write(secrets), SealedRow.account(id));
    }

    ChannelAccountProfile profile() {
        return new ChannelAccountProfile(
                id,
                merchantId,
                channel,
                settings,
                new TreeSet<>(secrets.keySet()),
                enabled,
                preference,
                version,
                createdAt);
    }

    @Override
    public String toString() {
        return "StoredAccount[" + id + ", " + channel + "]";
    }
}
