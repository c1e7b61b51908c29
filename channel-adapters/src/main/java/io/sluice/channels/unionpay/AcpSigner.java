package io.sluice.channels.unionpay;

import io.sluice.channels.model.SortedPairs;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Signs what is said to UnionPay. */
record AcpSigner(UnionPayAccount account) {

    static final String SIGNATURE = "signature";
    static final Set<String> UNSIGNED = Set.of(SIGNATURE);

    Map<String, String> signed(Map<String, String> fields) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("signMethod", account.method().code());
        all.put("certId", account.certificateId());
        byte[] message = account.method().signed(SortedPairs.of(all, UNSIGNED));
        all.put(SIGNATURE, account.key().sign(message));
        return all;
    }
}
