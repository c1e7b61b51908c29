package io.sluice.channels.alipay;

import io.sluice.channels.fixture.TestClock;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.id.ChannelAccountId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** An account whose Alipay is the test itself: it has the keys of both. */
final class Till {
    static final String APP = "2021000123456789";
    static final String SELLER = "2088123456789012";

    private Till() {}

    static AlipayChannel at(String url, Map<String, String> different) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "app_id", APP,
                "seller_id", SELLER,
                "app_private_key", OwnKeys.OF_THE_APP.privateKey(),
                "alipay_public_key", OwnKeys.OF_ALIPAY.publicKey(),
                "base_url", url));
        fields.putAll(different);
        fields.values().removeIf(String::isEmpty);
        var environment = new ChannelEnvironment(new TestClock(), "https://pay.example", Duration.ofSeconds(3));
        return (AlipayChannel) new AlipayProvider()
                .open(new AccountConfiguration(ChannelAccountId.next(), "alipay", fields), environment);
    }
}
