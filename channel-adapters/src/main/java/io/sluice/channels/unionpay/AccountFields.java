package io.sluice.channels.unionpay;

import io.sluice.channels.account.FieldReader;
import io.sluice.channels.crypto.VouchedCertificate;
import io.sluice.channels.unionpay.model.SensitiveCipher;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.ChannelProvider.AccountField;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account is configured with, and its checks: each refusal names the field and what would be right. */
final class AccountFields {

    private static final String DEFAULT_BASE_URL = "https://gateway.95516.com";
    private static final String DEFAULT_FILE_URL = "https://filedownload.95516.com";
    private static final String DEFAULT_PLATFORM = "中国银联股份有限公司";
    private static final String DEFAULT_IN_DOUBT_SECONDS = "60";
    private static final Pattern MERCHANT = Pattern.compile("[0-9A-Za-z]{15}");
    private static final Pattern SERIAL = Pattern.compile("[0-9]{1,49}");
    private static final Pattern URL = Pattern.compile("https?://[^\\s#]{1,250}");

    static final List<AccountField> ALL = List.of(
            new AccountField("merchant_id", false, true, "the merchant's number (merId), 15 letters and digits"),
            new AccountField(
                    "certificate_id", false, true, "serial number of the merchant's certificate (certId), decimal"),
            new AccountField("private_key", true, true, "the key of that certificate, PKCS#8 in PEM"),
            new AccountField("sign_method", false, false, "01 (RSA with SHA-256, the default) or 21 (SM2 with SM3)"),
            new AccountField("front_url", false, true, "where the payer's browser comes back to, with a posted form"),
            new AccountField("root_certificates", false, true, "who vouches for UnionPay's certificates, X.509 in PEM"),
            new AccountField("middle_certificates", false, false, "those between root and UnionPay's, X.509 in PEM"),
            new AccountField(
                    "platform_name",
                    false,
                    false,
                    "whose name UnionPay's certificates carry, by default " + DEFAULT_PLATFORM),
            new AccountField(
                    "encryption_certificate",
                    false,
                    false,
                    "under which UnionPay wants card numbers, X.509 in PEM of an RSA key; without it no agreements are signed"),
            new AccountField("base_url", false, false, "where the channel is, by default " + DEFAULT_BASE_URL),
            new AccountField(
                    "file_url", false, false, "where files of clearing days are, by default " + DEFAULT_FILE_URL),
            new AccountField(
                    "in_doubt_seconds",
                    false,
                    false,
                    "how long after an order the channel may not know it yet, by default " + DEFAULT_IN_DOUBT_SECONDS));

    private AccountFields() {}

    /** @throws IllegalArgumentException naming the field that is wrong and what would be right */
    static UnionPayAccount read(AccountConfiguration configuration) {
        var fields = new FieldReader(configuration);
        SignMethod method = fields.read("sign_method", SignMethod.RSA.code(), AccountFields::method);
        return new UnionPayAccount(
                configuration.id(),
                fields.matching("merchant_id", MERCHANT, "must be 15 letters and digits"),
                fields.matching("certificate_id", SERIAL, "must be decimal digits, as certId shows it"),
                method,
                fields.read("private_key", method::key),
                fields.matching("front_url", URL, "must be an http(s) address of at most 250 characters"),
                fields.baseUrl("base_url", DEFAULT_BASE_URL),
                fields.baseUrl("file_url", DEFAULT_FILE_URL),
                fields.read("root_certificates", VouchedCertificate::anchors),
                fields.read("middle_certificates", "", pem -> pem.isEmpty() ? List.of() : VouchedCertificate.x509(pem)),
                fields.or("platform_name", DEFAULT_PLATFORM),
                fields.seconds("in_doubt_seconds", DEFAULT_IN_DOUBT_SECONDS),
                fields.read("encryption_certificate", "", pem -> cipher(pem, method))
                        .orElse(null));
    }

    private static Optional<SensitiveCipher> cipher(String pem, SignMethod method) {
        if (pem.isEmpty()) {
            return Optional.empty();
        }
        if (method != SignMethod.RSA) {
            throw new IllegalArgumentException("must be left out where sign_method is not 01");
        }
        return Optional.of(CertificateCipher.of(VouchedCertificate.x509(pem).getFirst()));
    }

    private static SignMethod method(String code) {
        return SignMethod.of(code)
                .orElseThrow(() -> new IllegalArgumentException("must be 01 (RSA with SHA-256) or 21 (SM2 with SM3)"));
    }
}
