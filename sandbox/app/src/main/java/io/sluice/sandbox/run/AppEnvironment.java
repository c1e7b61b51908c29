package io.sluice.sandbox.run;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the apps are told by environment variables, which is all they are told. */
final class AppEnvironment {
    private AppEnvironment() {}

    static Map<String, String> of(Place place, Ways ways) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SLUICE_POSTGRES_PORT", String.valueOf(ways.postgres()));
        variables.put("SLUICE_REDIS_PORT", String.valueOf(ways.redis()));
        variables.put("SLUICE_KAFKA_BOOTSTRAP", "127.0.0.1:" + ways.kafka());
        variables.put("SLUICE_VAULT_KEYSET", place.vaultKeyset().toString());
        variables.put("SLUICE_MANAGEMENT_TOKEN_FILE", place.operatorTokens().toString());
        variables.put("SLUICE_CALLBACK_BASE_URL", place.url(Port.CALLBACK));
        variables.put("SLUICE_WEBHOOK_ALLOW_PRIVATE", "true");
        variables.put("SLUICE_EDGE_PORT", port(place, Port.EDGE));
        variables.put("SLUICE_CALLBACK_PORT", port(place, Port.CALLBACK));
        for (AppKind kind : AppKind.values()) {
            variables.put("SLUICE_" + kind.name() + "_MANAGEMENT_PORT", port(place, kind.management()));
        }
        return variables;
    }

    private static String port(Place place, Port port) {
        return String.valueOf(place.port(port));
    }
}
