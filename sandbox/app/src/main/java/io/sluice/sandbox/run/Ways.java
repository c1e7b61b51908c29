package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.place.Simulator;
import java.util.Arrays;

/** The ports at which the apps find the servers and the channel: their own, or those of proxies before them. */
public record Ways(int postgres, int redis, int kafka, int channel) {

    static Ways direct(Place place) {
        return new Ways(
                place.port(Port.POSTGRES),
                place.port(Port.REDIS),
                place.port(Port.KAFKA),
                place.port(Port.WECHAT_SIMULATOR));
    }

    /** Only WeChat Pay has a proxy. */
    int channel(Place place, Simulator simulator) {
        return simulator == Simulator.WECHAT ? channel : place.port(simulator.port());
    }

    /** For the sandbox's own process. */
    public String argument() {
        return postgres + "," + redis + "," + kafka + "," + channel;
    }

    static Ways parse(String argument) {
        int[] ports =
                Arrays.stream(argument.split(",")).mapToInt(Integer::parseInt).toArray();
        return new Ways(ports[0], ports[1], ports[2], ports[3]);
    }
}
