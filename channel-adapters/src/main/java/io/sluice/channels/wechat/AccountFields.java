package io.sluice.channels.wechat;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.crypto.MerchantKey;
import io.sluice.channels.crypto.PlatformCertificate;
import io.sluice.channels.wechat.crypto.ApiV3Key;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelProvider.AccountField;
import java.util.List;
import java.util.regex.Pattern;

/** What an account is configured with, and its checks: each refusal names the field and what would be right. */
final class AccountFields {

    private static final String DEFAULT_BASE_URL = "https://api.mch.weixin.qq.com";
    private static final String DEFAULT_IN_DOUBT_SECONDS = "60";
    private static final Pattern NUMBER = Pattern.compile("[0-9A-Za-z]{1,32}");
    private static final Pattern SERIAL = Pattern.compile("[0-9A-Fa-f]{1,64}");

    static final List<AccountField> ALL = List.of(
            new AccountField("app_id", false, true, "the app's id, such as wxd678efh567hg6787"),
            new AccountField("merchant_id", false, true, "the merchant's number (mchid), such as 1900000001"),
            new AccountField(
                    "merchant_serial", false, true, "serial number of the merchant's certificate, hexadecimal"),
            new AccountField("merchant_private_key", true, true, "the key of that certificate, PKCS#8 in PEM"),
            new AccountField("api_v3_key", true, true, "the APIv3 key, 32 bytes"),
            new AccountField("base_url", false, false, "where the channel is, by default " + DEFAULT_BASE_URL),
            new AccountField(
                    "platform_certificates", false, false, "the channel's certificates in PEM; downloaded when absent"),
            new AccountField(
                    "in_doubt_seconds",
                    false,
                    false,
                    "how long after an order the channel may not know it yet, by default " + DEFAULT_IN_DOUBT_SECONDS));

    private AccountFields() {}

    /** @throws IllegalArgumentException naming the field that is wrong and what would be right */
    static WeChatAccount read(AccountConfiguration configuration) {
        var fields = new FieldReader(configuration);
        return new WeChatAccount(
                configuration.id(),
                fields.matching("app_id", NUMBER, "must be 1 to 32 letters and digits"),
                fields.matching("merchant_id", NUMBER, "must be 1 to 32 letters and digits"),
                fields.matching("merchant_serial", SERIAL, "must be hexadecimal, as the certificate shows it"),
                fields.read("merchant_private_key", MerchantKey::ofPem),
                fields.read("api_v3_key", ApiV3Key::new),
                fields.baseUrl("base_url", DEFAULT_BASE_URL),
                fields.read("platform_certificates", "", PlatformCertificate::ofPemOrNone),
                fields.seconds("in_doubt_seconds", DEFAULT_IN_DOUBT_SECONDS));
    }
}
