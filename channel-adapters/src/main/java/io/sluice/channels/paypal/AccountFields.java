package io.sluice.channels.paypal;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.crypto.CertificateChains;
import io.sluice.channels.paypal.model.Amounts;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelProvider.AccountField;
import io.sluice.core.money.Money;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/** What an account is configured with, and its checks: each refusal names the field and what would be right. */
final class AccountFields {

    private static final String DEFAULT_BASE_URL = "https://api-m.paypal.com";
    private static final String DEFAULT_CERTIFICATES = "https://api.paypal.com/v1/notifications/certs/";
    private static final String DEFAULT_IN_DOUBT_SECONDS = "60";
    private static final Pattern CREDENTIAL = Pattern.compile("[!-~&&[^:]]{1,200}");
    private static final Pattern ID = Pattern.compile("[0-9A-Z]{5,30}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s#]{1,1900}");
    private static final Pattern FOLDER =
            Pattern.compile("https?://[0-9A-Za-z.\\-]+(:[0-9]{2,5})?/([0-9A-Za-z_\\-]+/)*");

    static final List<AccountField> ALL = List.of(
            new AccountField("client_id", false, true, "the REST app's client id"),
            new AccountField("client_secret", true, true, "the REST app's secret"),
            new AccountField(
                    "merchant_id", false, true, "the business account's PayPal merchant id, such as LLCK5GYWKHPE2"),
            new AccountField("webhook_id", false, true, "the id under which the webhook address is registered"),
            new AccountField("return_url", false, true, "where the payer goes who has approved; PayPal adds the order"),
            new AccountField("cancel_url", false, true, "where the payer goes who has not"),
            new AccountField("base_url", false, false, "where the channel is, by default " + DEFAULT_BASE_URL),
            new AccountField(
                    "webhook_certificates",
                    false,
                    false,
                    "the address below which certificates of webhooks are found, by default " + DEFAULT_CERTIFICATES),
            new AccountField(
                    "webhook_authority",
                    false,
                    false,
                    "who certifies them, in PEM; by default the public authorities, for a name of paypal.com"),
            new AccountField(
                    "currencies",
                    false,
                    false,
                    "what the account takes, by default " + String.join(",", Amounts.CURRENCIES)),
            new AccountField(
                    "in_doubt_seconds",
                    false,
                    false,
                    "how long after an order the channel may not know it yet, by default " + DEFAULT_IN_DOUBT_SECONDS));

    private AccountFields() {}

    /** @throws IllegalArgumentException naming the field that is wrong and what would be right */
    static PayPalAccount read(AccountConfiguration configuration) {
        var fields = new FieldReader(configuration);
        return new PayPalAccount(
                configuration.id(),
                fields.matching("client_id", CREDENTIAL, "must be 1 to 200 visible characters without a colon"),
                fields.matching("client_secret", CREDENTIAL, "must be 1 to 200 visible characters without a colon"),
                fields.matching("merchant_id", ID, "must be 5 to 30 capitals and digits"),
                fields.matching("webhook_id", ID, "must be 5 to 30 capitals and digits"),
                fields.matching("return_url", URL, "must be an http(s) address"),
                fields.matching("cancel_url", URL, "must be an http(s) address"),
                fields.baseUrl("base_url", DEFAULT_BASE_URL),
                fields.read("webhook_certificates", DEFAULT_CERTIFICATES, AccountFields::folder),
                fields.read("webhook_authority", "", CertificateChains::anchors),
                fields.read("currencies", String.join(",", Amounts.CURRENCIES), AccountFields::currencies),
                fields.seconds("in_doubt_seconds", DEFAULT_IN_DOUBT_SECONDS));
    }

    private static String folder(String url) {
        if (!FOLDER.matcher(url).matches()) {
            throw new IllegalArgumentException(
                    "must be an http(s) address that ends in /, such as " + DEFAULT_CERTIFICATES);
        }
        return url;
    }

    private static List<String> currencies(String codes) {
        List<String> all =
                Arrays.stream(codes.split(",", -1)).map(String::strip).toList();
        try {
            all.forEach(code -> Money.of(0, code));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException(
                    "must be ISO 4217 codes with commas between them, such as USD,EUR", unknown);
        }
        return all;
    }
}
