package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.keys.KeyFiles;
import io.sluice.sandbox.simulators.keys.Nonces;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A merchant whose credentials the simulator made; kept in the folder under the client id.
 *
 * @param payee the merchant's id at the channel
 * @param webhookId under which the merchant's webhook address is registered
 */
record OwnMerchant(String clientId, String secret, String payee, String webhookId) {

    /** Reads the merchant's credentials or makes them. Blocking: not for event loops. */
    static OwnMerchant readOrMake(Path folder, String clientId) {
        return new KeyFiles(folder).readOrMake("client-" + clientId, OwnMerchant.class, () -> make(clientId));
    }

    private static OwnMerchant make(String clientId) {
        return new OwnMerchant(clientId, Nonces.next(48), id(13), id(17));
    }

    private static String id(int length) {
        return Nonces.next(length).toUpperCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "OwnMerchant[" + clientId + "]";
    }
}
