package io.sluice.sandbox.simulators.wechat.keys;

import io.sluice.sandbox.simulators.keys.KeyFiles;
import io.sluice.sandbox.simulators.keys.KeyPairs;
import io.sluice.sandbox.simulators.keys.Nonces;
import io.sluice.sandbox.simulators.keys.Pem;
import java.nio.file.Path;

/** A merchant whose keys the simulator made; kept in the folder under the merchant's number. */
public record OwnMerchant(
        String mchid, String appid, String serial, String privateKeyPem, String publicKeyPem, String apiV3Key) {

    /** Reads the merchant's keys or makes them. Slow and blocking: not for event loops. */
    public static OwnMerchant readOrMake(Path folder, String mchid) {
        return new KeyFiles(folder).readOrMake("merchant-" + mchid, OwnMerchant.class, () -> make(mchid));
    }

    private static OwnMerchant make(String mchid) {
        var pair = KeyPairs.generate();
        return new OwnMerchant(
                mchid,
                "wx" + "0".repeat(Math.max(0, 16 - mchid.length())) + mchid,
                KeyPairs.serial(),
                Pem.write("PRIVATE KEY", pair.getPrivate().getEncoded()),
                Pem.write("PUBLIC KEY", pair.getPublic().getEncoded()),
                Nonces.next());
    }

    /** Names the merchant and keeps the keys to itself. */
    @Override
    public String toString() {
        return "OwnMerchant[mchid=" + mchid + "]";
    }
}
