package io.sluice.channels.contract;

import io.sluice.channels.fixture.CallbackInbox;
import io.sluice.channels.fixture.Eventually;
import io.sluice.channels.fixture.SimulatorControl;
import io.sluice.channels.fixture.TestClock;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.AgreementReference;
import io.sluice.core.channel.CallbackReading;
import io.sluice.core.channel.Card;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelOutcome;
import io.sluice.core.channel.ChannelOutcome.Pending;
import io.sluice.core.channel.ChannelOutcome.Unknown;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.core.channel.Closes;
import io.sluice.core.channel.Inquires;
import io.sluice.core.channel.ModificationOrder;
import io.sluice.core.channel.Notifies;
import io.sluice.core.channel.PayOrder;
import io.sluice.core.channel.Pays;
import io.sluice.core.channel.RawCallback;
import io.sluice.core.channel.Reverses;
import io.sluice.core.id.AttemptId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.ModificationId;
import io.sluice.core.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A merchant who is paid through an adapter, at the simulator of its channel. */
public abstract class Shop<C extends Channel> {
    public static final Duration DEADLINE = Duration.ofSeconds(3);

    protected static final CallbackInbox INBOX = new CallbackInbox();

    public final TestClock clock = new TestClock();
    public final ChannelAccountId account = ChannelAccountId.next();
    public final C channel;

    /**
     * @param right the fields that an account needs
     * @param different fields that differ from the right ones; an empty value takes the field away
     */
    protected Shop(ChannelProvider provider, Class<C> kind, Map<String, String> right, Map<String, String> different) {
        Map<String, String> fields = new HashMap<>(right);
        fields.putAll(different);
        fields.values().removeIf(String::isEmpty);
        var environment = new ChannelEnvironment(clock, INBOX.url(), DEADLINE);
        this.channel =
                kind.cast(provider.open(new AccountConfiguration(account, provider.channel(), fields), environment));
    }

    /** The same merchant's, at a server that is not the channel. */
    public abstract Shop<C> elsewhere(String url);

    public abstract SimulatorControl simulator();

    /** What an order is over unless its test says otherwise. */
    public abstract Money price();

    /** Amounts that an adapter could get wrong. */
    public abstract List<Money> edges();

    protected abstract String method();

    /** An outcome that charges nobody where orders wait for their payers, and nothing surprising where they do not. */
    public String harmless() {
        return "never";
    }

    /** With which orders are paid; null where the channel takes no cards. */
    protected @Nullable Card card() {
        return null;
    }

    /** By which orders are paid; null where payers pay them. */
    protected @Nullable AgreementReference agreement() {
        return null;
    }

    /** What the simulator calls an outcome of refunds. */
    protected String refundOutcome(String outcome) {
        return outcome;
    }

    /** How long the gateway waits for an adapter that does not end calls by itself; longer than those that do. */
    public Duration patience() {
        return DEADLINE.multipliedBy(3);
    }

    /** An order that meets with {@code outcome} at the simulator. */
    public final PayOrder order(String outcome) {
        return order(outcome, price());
    }

    public final PayOrder order(String outcome, Money amount) {
        return order(outcome, AttemptId.next().channelNumber(), amount);
    }

    public final PayOrder order(String outcome, String number, Money amount) {
        Instant end = Instant.now().plus(Duration.ofHours(1));
        return new PayOrder(number, amount, method(), "tea outcome=" + outcome, null, null, end, card(), agreement());
    }

    /** The payer looks at what he was shown: some channels know of no order until then. */
    protected void look(PayOrder order) {}

    /** Pays, remembers the number that the channel gave it, if it did, and lets the payer look. */
    public final Placed place(PayOrder order) {
        ChannelOutcome outcome = pay(order);
        look(order);
        return new Placed(order, outcome instanceof Pending pending ? pending.channelReference() : null);
    }

    public final ChannelOutcome pay(PayOrder order) {
        ChannelOutcome outcome = patiently(((Pays) channel).pay(order));
        show(outcome);
        return outcome;
    }

    private ChannelOutcome patiently(Mono<ChannelOutcome> call) {
        return block(call.timeout(patience(), Mono.just(new Unknown("deadline_passed", "no answer"))));
    }

    /** What an order comes to: at once, or when one asks. */
    public final <T extends ChannelOutcome> T end(Class<T> kind, PayOrder order) {
        return channel instanceof Inquires ? inquireUntil(kind, place(order)) : kind.cast(pay(order));
    }

    /** What the gateway does about an order that nobody knows of: it asks, or where nobody answers it has it taken back. */
    public final ChannelOutcome settle(Placed placed) {
        return channel instanceof Inquires ? inquire(placed) : patiently(((Reverses) channel).reverse(placed.asked()));
    }

    /** Shows the payer what he is to do; where an order reaches its channel by that only, he does it. */
    protected void show(ChannelOutcome outcome) {}

    public final ChannelOutcome inquire(Placed placed) {
        return block(((Inquires) channel).inquire(placed.asked()));
    }

    public final ChannelOutcome close(Placed placed) {
        return block(((Closes) channel).close(placed.asked()));
    }

    public final CallbackReading read(RawCallback callback) {
        return block(((Notifies) channel).read(callback));
    }

    /** Asks until the answer is of that kind. */
    public final <T extends ChannelOutcome> T inquireUntil(Class<T> kind, Placed placed) {
        return kind.cast(Eventually.get(() -> inquire(placed), kind::isInstance));
    }

    /** A capture, a void or a refund of {@code reference} that meets with {@code outcome}. */
    public static ModificationOrder modification(
            PayOrder order, @Nullable String reference, long minor, boolean last, @Nullable String outcome) {
        return new ModificationOrder(
                ModificationId.next().channelNumber(),
                order.number(),
                reference,
                new Money(minor, order.amount().currency()),
                order.amount(),
                last,
                outcome == null ? null : "outcome=" + outcome);
    }

    /** A refund of what {@code order} took. */
    public final ModificationOrder refundOf(PayOrder order, String reference, long minor, String outcome) {
        ModificationOrder refund = modification(order, reference, minor, /* last= */ false, refundOutcome(outcome));
        Card card = card();
        return card == null ? refund : refund.with(card);
    }

    /** The callbacks to this account so far, at least {@code count}. */
    public final List<RawCallback> callbacks(int count) {
        return Eventually.get(() -> INBOX.letters("callbacks/" + account), letters -> letters.size() >= count);
    }

    public static <T> T block(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
