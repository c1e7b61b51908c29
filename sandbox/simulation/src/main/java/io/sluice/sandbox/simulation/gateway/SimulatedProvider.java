package io.sluice.sandbox.simulation.gateway;

import io.sluice.core.channel.AccountConfiguration;
import io.sluice.core.channel.Channel;
import io.sluice.core.channel.ChannelEnvironment;
import io.sluice.core.channel.ChannelProvider;
import io.sluice.sandbox.simulation.world.Courier;
import io.sluice.sandbox.simulation.world.World;
import java.util.List;
import java.util.function.Supplier;

/** A channel of the simulated world, as the gateway finds it installed. */
record SimulatedProvider(String channel, World world, Supplier<Courier> courier) implements ChannelProvider {

    static final String METHOD = "qr";

    @Override
    public List<String> methods() {
        return List.of(METHOD);
    }

    @Override
    public List<AccountField> accountFields() {
        return List.of();
    }

    @Override
    public Channel open(AccountConfiguration account, ChannelEnvironment environment) {
        return world.house.reverses()
                ? new SimulatedChannel.Reversing(world, account, courier)
                : new SimulatedChannel(world, account, courier);
    }
}
