package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Json;
import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import io.sluice.sandbox.simulators.bank.TerminalCredentials;
import tools.jackson.databind.JsonNode;

/** The demo merchant's terminal at the simulated bank. */
record BankAccount(Place place, TerminalCredentials credentials) {

    /** As the operators' API takes it. */
    JsonNode body() {
        var account = Json.object().put("channel", "bank");
        account.putObject("fields")
                .put("host", "127.0.0.1")
                .put("port", String.valueOf(place.port(Port.BANK_HOST)))
                .put("terminal_id", credentials.terminal())
                .put("merchant_no", credentials.merchant())
                .put("acquirer_id", credentials.acquirer())
                .put("mac_key", credentials.macKey());
        return account;
    }
}
