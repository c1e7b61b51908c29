package io.sluice.channels.bank;

import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.core.channel.Card;
import io.sluice.core.money.Money;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A merchant who is paid by card at a bank's host, which answers at once or never, and calls nobody back. */
final class Terminal extends io.sluice.channels.contract.Shop<BankChannel> {

    private final Simulator simulator;

    Terminal(Simulator simulator, Map<String, String> different) {
        super(new BankProvider(), BankChannel.class, Shop.fields(simulator), different);
        this.simulator = simulator;
    }

    @Override
    public Terminal elsewhere(String url) {
        return new Terminal(
                simulator, Map.of("port", String.valueOf(URI.create(url).getPort())));
    }

    @Override
    public SimulatorControl simulator() {
        return simulator.control;
    }

    @Override
    public Money price() {
        return Money.of(1500, "CNY");
    }

    /** The most that twelve digits of DE 4 can say. */
    @Override
    public List<Money> edges() {
        return List.of(Money.of(1, "CNY"), Money.of(100, "CNY"), Money.of(999_999_999_999L, "CNY"));
    }

    @Override
    protected String method() {
        return "card";
    }

    @Override
    public String harmless() {
        return "approved";
    }

    @Override
    protected Card card() {
        return Shop.CARD;
    }

    @Override
    protected String refundOutcome(String outcome) {
        return switch (outcome) {
            case "success" -> "approved";
            case "timeout-done" -> "timeout-charged";
            case "timeout-not-done" -> "timeout-not-charged";
            default -> outcome;
        };
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(1);
    }
}
