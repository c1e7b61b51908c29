package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** A simulator that runs, and what the demo merchant needs to be paid there. */
public interface RunningChannel extends AutoCloseable {
    /** The channels' slow habits, ten minutes or a quarter of a minute long, so many times as fast. */
    double TIME_SCALE = 60;

    /** The demo merchant's accounts as the operators' API takes them, the preferred one first. */
    List<ObjectNode> accounts();

    /** Told at each start which address an order's callbacks belong to, for channels whose orders do not say it. */
    default void callBackTo(String url) {}

    /** Ends it in good order. Blocks for that long. */
    @Override
    void close();

    /**
     * Starts one and returns when it listens. Blocks for that long.
     *
     * @param httpPort where the gateway is to find what it calls over HTTP: the simulator's port, or a proxy's before it
     */
    static RunningChannel start(Simulator simulator, Place place, int httpPort) {
        return switch (simulator) {
            case WECHAT -> WeChatHere.start(place, httpPort);
            case PAYPAL -> PayPalHere.start(place, httpPort);
            case BANK -> BankHere.start(place);
            case UNIONPAY -> UnionPayHere.start(place, httpPort);
            case ALIPAY -> AlipayHere.start(place, httpPort);
        };
    }
}
