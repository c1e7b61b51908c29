package io.sluice.sandbox.simulators.unionpay;

import io.sluice.sandbox.simulators.unionpay.keys.Identity;
import io.sluice.sandbox.simulators.unionpay.keys.SignMethod;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who is paid here, and with which keys the two speak to each other. */
record Merchant(String merId, Identity identity) {

    /** Whose signatures are RSA. */
    static final String RSA = "777290058110048";

    /** Whose signatures are SM2. */
    static final String SM2 = "777290058110097";

    MerchantCredentials credentials() {
        return new MerchantCredentials(
                merId,
                identity.merchantSerial(),
                identity.method().code(),
                identity.merchantKeyPem(),
                identity.rootPem(),
                identity.method() == SignMethod.RSA ? identity.channelPem() : "");
    }

    /** What the channel says to this merchant. */
    Map<String, String> signed(Map<String, String> fields, boolean genuine) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.putAll(about());
        all.put("signature", identity.sign(Message.toBeSigned(all) + (genuine ? "" : "forged")));
        return all;
    }

    /** What is said of a signature beside it. */
    Map<String, String> about() {
        return Map.of(
                "signMethod", identity.method().code(),
                "certId", identity.channelSerial(),
                "signPubKeyCert", identity.channelPem());
    }
}
