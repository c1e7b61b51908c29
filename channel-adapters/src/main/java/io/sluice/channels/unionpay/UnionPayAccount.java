package io.sluice.channels.unionpay;

import io.sluice.channels.unionpay.model.SensitiveCipher;
import io.sluice.core.id.ChannelAccountId;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A merchant's account at UnionPay, checked.
 *
 * @param certificateId the serial number of the merchant's certificate, decimal
 * @param frontUrl where the payer's browser comes back to
 * @param fileUrl where files of clearing days are, without a path
 * @param anchors who vouches for UnionPay's certificates, by way of those between
 * @param platform whose name those certificates carry
 * @param inDoubt how long after an order "no such transaction" may still be untrue
 * @param cipher for card numbers; null where no agreements are signed
 */
record UnionPayAccount(
        ChannelAccountId id,
        String merchantId,
        String certificateId,
        SignMethod method,
        SignMethod.Key key,
        String frontUrl,
        String baseUrl,
        String fileUrl,
        Set<TrustAnchor> anchors,
        List<X509Certificate> between,
        String platform,
        Duration inDoubt,
        @Nullable SensitiveCipher cipher) {

    @Override
    public String toString() {
        return "UnionPayAccount[" + id + "]";
    }
}
