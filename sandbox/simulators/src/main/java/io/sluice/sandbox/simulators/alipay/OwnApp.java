package io.sluice.sandbox.simulators.alipay;

import io.sluice.sandbox.simulators.alipay.wire.KnownApp;
import io.sluice.sandbox.simulators.keys.KeyFiles;
import io.sluice.sandbox.simulators.keys.KeyPairs;
import io.sluice.sandbox.simulators.keys.MerchantKey;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.keys.Pem;
import java.nio.file.Path;

/** An app whose keys the simulator made; kept in the folder under its number. */
record OwnApp(String appId, String sellerId, String privateKeyPem, String publicKeyPem) {

    /** Reads the app's keys or makes them. Slow and blocking: not for event loops. */
    static OwnApp readOrMake(Path folder, String appId) {
        return new KeyFiles(folder).readOrMake("app-" + appId, OwnApp.class, () -> make(appId));
    }

    private static OwnApp make(String appId) {
        var pair = KeyPairs.generate();
        return new OwnApp(
                appId,
                "2088" + Nonces.digits(12),
                Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()),
                Pem.write("PUBLIC KEY", pair.getPublic().getEncoded()));
    }

    KnownApp known() {
        return new KnownApp(appId, sellerId, new MerchantKey(appId, publicKeyPem));
    }

    /** Names the app and keeps the keys to itself. */
    @Override
    public String toString() {
        return "OwnApp[" + appId + "]";
    }
}
