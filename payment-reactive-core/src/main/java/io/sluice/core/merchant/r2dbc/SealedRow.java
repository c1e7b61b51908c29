package io.sluice.core.merchant.r2dbc;

import io.sluice.core.id.ChannelAccountId;

/** What sealed values are bound to, so that a secret copied to another row does not open there. */
final class SealedRow {

    private SealedRow() {}

    static String key(String keyId) {
        return "merchant_key:" + keyId;
    }

    static String account(ChannelAccountId id) {
        return "channel_account:" + id;
    }
}
