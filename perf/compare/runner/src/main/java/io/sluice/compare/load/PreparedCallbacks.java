package io.sluice.compare.load;

import io.sluice.channels.crypto.MerchantKey;
import io.sluice.compare.stub.StubNotice;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What the stub channel says when payers have paid, as bytes, each signed with RSA-2048. */
public final class PreparedCallbacks {
    private final String target;
    private final MerchantKey key;

    /**
     * @param accountId to which it calls back: {@code cha_…}
     * @param privateKeyPem the channel's
     */
    public PreparedCallbacks(String accountId, String privateKeyPem) {
        this.target = "/callbacks/" + accountId;
        this.key = MerchantKey.ofPem(privateKeyPem);
    }

    /** One for each order, signed on all cores: outside of what is measured. */
    public List<byte[]> prepare(List<String> numbers) {
        return numbers.parallelStream().map(this::callback).toList();
    }

    private byte[] callback(String number) {
        byte[] body = StubNotice.paid(number, PreparedRequests.AMOUNT);
        Map<String, String> headers = Map.of("Content-Type", "application/json", StubNotice.SIGNATURE, key.sign(body));
        return RequestBytes.of("POST", target, headers, new String(body, StandardCharsets.US_ASCII));
    }
}
