package io.sluice.channels.alipay;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.crypto.MerchantKey;
import io.sluice.channels.crypto.RsaPublicKey;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelProvider.AccountField;
import java.util.List;
import java.util.regex.Pattern;

/** What an account is configured with, and its checks: each refusal names the field and what would be right. */
final class AccountFields {

    private static final String DEFAULT_BASE_URL = "https://openapi.alipay.com";
    private static final String DEFAULT_IN_DOUBT_SECONDS = "60";
    private static final Pattern APP = Pattern.compile("[0-9]{8,32}");
    private static final Pattern SELLER = Pattern.compile("[0-9]{16}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s#]{1,240}");

    static final List<AccountField> ALL = List.of(
            new AccountField("app_id", false, true, "the app's id, such as 2021000123456789"),
            new AccountField("seller_id", false, true, "the merchant's own number (PID), such as 2088123456789012"),
            new AccountField("app_private_key", true, true, "the app's RSA2 key, PKCS#8 in base64 or PEM"),
            new AccountField(
                    "alipay_public_key", false, true, "Alipay's public key as the app's page shows it, base64 or PEM"),
            new AccountField("base_url", false, false, "where the channel is, by default " + DEFAULT_BASE_URL),
            new AccountField(
                    "return_url", false, false, "where the payer's browser comes back to after a page or WAP payment"),
            new AccountField(
                    "in_doubt_seconds",
                    false,
                    false,
                    "how long after an order the channel may not know it yet, by default " + DEFAULT_IN_DOUBT_SECONDS));

    private AccountFields() {}

    /** @throws IllegalArgumentException naming the field that is wrong and what would be right */
    static AlipayAccount read(AccountConfiguration configuration) {
        var fields = new FieldReader(configuration);
        return new AlipayAccount(
                configuration.id(),
                fields.matching("app_id", APP, "must be 8 to 32 digits"),
                fields.matching("seller_id", SELLER, "must be the 16 digits of the merchant's PID (2088…)"),
                fields.read("app_private_key", MerchantKey::ofPemOrBase64),
                fields.read("alipay_public_key", RsaPublicKey::ofPemOrBase64),
                fields.baseUrl("base_url", DEFAULT_BASE_URL),
                fields.read("return_url", "", AccountFields::url),
                fields.seconds("in_doubt_seconds", DEFAULT_IN_DOUBT_SECONDS));
    }

    private static String url(String url) {
        if (!url.isEmpty() && !URL.matcher(url).matches()) {
            throw new IllegalArgumentException("must be an http(s) address");
        }
        return url;
    }
}
