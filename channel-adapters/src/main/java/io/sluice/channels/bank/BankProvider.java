package io.sluice.channels.bank;

import io.sluice.channels.bank.codec.BankCodec;
import io.sluice.channels.bank.codec.RetailMac;
import io.sluice.channels.bank.model.Message;
import io.sluice.channels.bank.net.HostAddress;
import io.sluice.channels.bank.net.Lines;
import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Bank hosts. An account that is opened again goes on with the connections that it has. */
public final class BankProvider implements ChannelProvider {

    static final String CHANNEL = "bank";
    static final String METHOD = "card";

    /** By what they were opened with: the connections of an account that was changed end when nobody uses them. */
    private final Map<BankAccount, Lines> lines = new ConcurrentHashMap<>();

    /** Loads ciphers: not for event loops. */
    public BankProvider() {
        var codec = new BankCodec(new RetailMac(new byte[16]));
        codec.read(codec.write(new Message(Message.NETWORK + Message.ANSWER, Map.of())));
    }

    @Override
    public String channel() {
        return CHANNEL;
    }

    @Override
    public List<String> methods() {
        return List.of(METHOD);
    }

    @Override
    public List<AccountField> accountFields() {
        return AccountFields.ALL;
    }

    @Override
    public boolean settlesBatches() {
        return true;
    }

    @Override
    public Channel open(AccountConfiguration configuration, ChannelEnvironment environment) {
        BankAccount account = AccountFields.read(configuration);
        return new BankChannel(account, lines.computeIfAbsent(account, key -> connect(key, environment)));
    }

    private static Lines connect(BankAccount account, ChannelEnvironment environment) {
        var address = new HostAddress(
                account.host(),
                account.port(),
                account.terminal(),
                account.connections(),
                // Whoever finds no connection in this time can still tell it as not sent.
                environment.deadline().dividedBy(2),
                account.echo());
        var codec = new BankCodec(new RetailMac(account.macKeyBytes()));
        return new Lines(address, codec, new LateWords(account.id(), environment.late()), environment.clock());
    }
}
