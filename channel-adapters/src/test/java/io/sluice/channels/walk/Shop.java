package io.sluice.channels.walk;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.money.Money;
import java.util.List;
import java.util.Map;

/** A merchant who is paid by the wallet. */
final class Shop extends io.sluice.channels.contract.Shop<CornerChannel> {
    private static final String SECRET = "a secret of thirty-two characters";
    private static final CornerWallet WALLET = new CornerWallet(new SharedSecret(SECRET));

    Shop(String url) {
        super(new CornerProvider(), CornerChannel.class, Map.of("secret", SECRET, "base_url", url), Map.of());
    }

    Shop() {
        this(WALLET.url());
    }

    @Override
    public Shop elsewhere(String url) {
        return new Shop(url);
    }

    @Override
    public SimulatorControl simulator() {
        return new SimulatorControl(WALLET.url());
    }

    @Override
    public Money price() {
        return Money.of(1500, "EUR");
    }

    @Override
    public List<Money> edges() {
        return List.of(Money.of(1, "JPY"), Money.of(1, "KWD"), Money.of(999_999_999, "EUR"));
    }

    @Override
    protected String method() {
        return CornerChannel.METHOD;
    }
}
