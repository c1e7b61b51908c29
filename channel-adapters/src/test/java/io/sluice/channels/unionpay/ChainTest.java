package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.channels.model.SortedPairs;
import io.sluice.channels.unionpay.AcpVerifier.Authentic;
import io.sluice.channels.unionpay.AcpVerifier.Refused;
import io.sluice.channels.unionpay.AcpVerifier.Verdict;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.id.ChannelAccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Whose answers are believed: root, middle and holder, of RSA keys and of SM2 keys. */
@ParameterizedClass
@EnumSource(SignMethod.class)
class ChainTest {

    static final String PLATFORM = "041@00040000@中国银联股份有限公司@0001";
    private static final Instant LONG_AGO = Certified.NOW.minus(Duration.ofDays(900));
    private static final Instant MUCH_LATER = Certified.NOW.plus(Duration.ofDays(900));

    private final SignMethod method;
    private final Certified root;
    private final Certified middle;

    ChainTest(SignMethod method) {
        this.method = method;
        root = Certified.root(method, "root");
        middle = root.authority("middle");
    }

    @Test
    void believesWhomTheRootVouchesForByWayOfTheMiddle() {
        Certified holder = middle.holder(PLATFORM);

        assertThat(judged(answer(holder, holder.pem()), middle.pem())).isInstanceOf(Authentic.class);
        assertThat(judged(answer(holder, holder.pem() + middle.pem()), ""))
                .as("the middle comes along")
                .isInstanceOf(Authentic.class);
    }

    @Test
    void refusesWhatNobodyKnownVouchesFor() {
        Certified holder = middle.holder(PLATFORM);
        Certified namesake = Certified.root(method, "root").authority("middle");

        refused(answer(holder, holder.pem()), "", "vouched for by a trusted authority");
        refused(answer(holder, holder.pem()), namesake.pem(), "vouched for by a trusted authority");
        Certified stranger = namesake.holder(PLATFORM);
        refused(answer(stranger, stranger.pem()), middle.pem(), "vouched for by a trusted authority");
        refused(answer(stranger, stranger.pem() + namesake.pem()), "", "vouched for by a trusted authority");
    }

    /** Every merchant has a certificate of the same authority, and may not make others. */
    @Test
    void refusesWhatAHolderVouchesFor() {
        Certified merchant = middle.holder("041@777290058110048@a merchant@0001");
        Certified forged = merchant.holder(PLATFORM);

        refused(answer(forged, forged.pem() + merchant.pem()), middle.pem(), "vouched for by a trusted authority");
    }

    @Test
    void refusesACertificateOfAnotherOwner() {
        Certified merchant = middle.holder("041@777290058110048@a merchant@0001");
        Certified nameless = middle.holder("中国银联股份有限公司");

        refused(answer(merchant, merchant.pem()), middle.pem(), "must be of 中国银联股份有限公司");
        refused(answer(nameless, nameless.pem()), middle.pem(), "must be of 中国银联股份有限公司");
    }

    @Test
    void refusesACertificateOutOfItsTime() {
        Certified old = middle.holder(PLATFORM, LONG_AGO);
        Certified early = middle.holder(PLATFORM, MUCH_LATER);

        refused(answer(old, old.pem()), middle.pem(), "must be in date, which it was until 2025-");
        refused(answer(early, early.pem()), middle.pem(), "must be in date, which it will be from 2028-");
    }

    @Test
    void refusesAChainOutOfItsTime() {
        Certified holder = middle.holder(PLATFORM);

        refused(answer(holder, holder.pem()), middle.again(root, LONG_AGO).pem(), "trusted authority");
    }

    @Test
    void refusesASignatureOfAnotherKey() {
        Certified holder = middle.holder(PLATFORM);
        Certified other = middle.holder(PLATFORM);
        Map<String, String> changed = answer(holder, holder.pem());
        changed.put("respCode", "01");

        refused(answer(other, holder.pem()), middle.pem(), "the signature does not match the fields");
        refused(changed, middle.pem(), "the signature does not match the fields");
    }

    @Test
    void refusesWhatIsNoCertificate() {
        Certified holder = middle.holder(PLATFORM);

        refused(answer(holder, "a certificate"), middle.pem(), "must hold X.509 certificates in PEM");
        refused(answer(holder, ""), middle.pem(), "signature and signPubKeyCert are both needed");
    }

    private void refused(Map<String, String> answer, String between, String reason) {
        assertThat(judged(answer, between))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.reason()).contains(reason));
    }

    private Verdict judged(Map<String, String> answer, String between) {
        var clock = Clock.fixed(Certified.NOW, ZoneOffset.UTC);
        return Shop.block(new AcpVerifier(account(root, between), clock).judge(answer));
    }

    /** Of a merchant who trusts the root, and signs with its key. */
    static UnionPayAccount account(Certified root, String between) {
        return AccountFields.read(new AccountConfiguration(
                ChannelAccountId.next(),
                "unionpay",
                Map.of(
                        "merchant_id",
                        "777290058110048",
                        "certificate_id",
                        "1",
                        "private_key",
                        root.privatePem(),
                        "sign_method",
                        root.method().code(),
                        "front_url",
                        "https://tea.example/thanks",
                        "root_certificates",
                        root.pem(),
                        "middle_certificates",
                        between)));
    }

    private Map<String, String> answer(Certified signer, String certificate) {
        Map<String, String> fields = new HashMap<>(Map.of(
                "respCode",
                "00",
                "merId",
                "777290058110048",
                "signMethod",
                method.code(),
                "signPubKeyCert",
                certificate));
        fields.put(AcpSigner.SIGNATURE, signer.sign(method.signed(SortedPairs.of(fields, AcpSigner.UNSIGNED))));
        return fields;
    }
}
