package io.sluice.channels.unionpay;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.channel.AgreementOrder;
import io.sluice.core.channel.AgreementOutcome.Signed;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.SmsCode;
import io.sluice.core.id.AgreementId;
import java.time.YearMonth;
import java.util.Map;

/** A merchant whose payer has agreed to be charged. */
final class AgreedShop extends Shop {

    private final AgreementReference agreement;

    AgreedShop() {
        super(Map.of());
        String name = AgreementId.next().channelName();
        var card = new Card("6216261000000000018", YearMonth.of(2031, 12));
        var order = new AgreementOrder(AgreementId.nextCallNumber(), name, card, "13800001234");
        assertThat(block(channel.confirm(order, new SmsCode("111111")))).isEqualTo(new Signed(name));
        this.agreement = new AgreementReference(AgreementId.nextCallNumber(), name, name);
    }

    private AgreedShop(Map<String, String> different, AgreementReference agreement) {
        super(different);
        this.agreement = agreement;
    }

    @Override
    public Shop elsewhere(String url) {
        return new AgreedShop(Map.of("base_url", url), agreement);
    }

    @Override
    protected String method() {
        return UnionPayProvider.AGREEMENT_METHOD;
    }

    @Override
    protected AgreementReference agreement() {
        return agreement;
    }
}
