package io.sluice.sandbox.run.channel;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Simulator;
import io.sluice.sandbox.simulators.wechat.SimulatorConfig;
import io.sluice.sandbox.simulators.wechat.keys.OwnMerchant;
import tools.jackson.databind.node.ObjectNode;

/** Accounts at WeChat Pay's simulator as the operators' API takes them, from the files of a sandbox that has been started. */
public final class WeChatAccounts {
    private WeChatAccounts() {}

    /** The demo merchant's first, to be given to another merchant too. */
    public static ObjectNode demo(Place place) {
        return of(place, SimulatorConfig.DEMO_MERCHANT, place.port(Simulator.WECHAT.port()))
                .put("channel", Simulator.WECHAT.channel());
    }

    /**
     * @param mchid one of the simulator's own
     * @param httpPort where the gateway finds the simulator
     */
    static ObjectNode of(Place place, String mchid, int httpPort) {
        var keys = OwnMerchant.readOrMake(place.simulator(Simulator.WECHAT).resolve("keys"), mchid);
        var account = Json.object();
        account.putObject("fields")
                .put("app_id", keys.appid())
                .put("merchant_id", keys.mchid())
                .put("merchant_serial", keys.serial())
                .put("merchant_private_key", keys.privateKeyPem())
                .put("api_v3_key", keys.apiV3Key())
                .put("base_url", "http://127.0.0.1:" + httpPort)
                .put("in_doubt_seconds", "5");
        return account;
    }
}
