package io.sluice.compare.contestant;

import io.sluice.sandbox.place.Place;
import io.sluice.sandbox.place.Port;
import java.util.LinkedHashMap;
import java.util.Map;

/** What Sluice's apps are told. Limits that protect a channel from its merchants are out of the way; nothing else differs. */
final class SluiceEnvironment {
    private static final String NO_LIMIT = "1000000";

    private SluiceEnvironment() {}

    static Map<String, String> of(String contestant, Place place, Ground ground, int redisPort) {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("SLUICE_POSTGRES_PORT", String.valueOf(ground.postgresPort()));
        variables.put("SLUICE_POSTGRES_DATABASE", Ground.database(contestant));
        variables.put("SLUICE_REDIS_PORT", String.valueOf(redisPort));
        variables.put("SLUICE_KAFKA_BOOTSTRAP", ground.kafka());
        variables.put("SLUICE_EVENTS_TOPIC", contestant + ".payment-events");
        variables.put("SLUICE_VAULT_KEYSET", place.vaultKeyset().toString());
        variables.put("SLUICE_MANAGEMENT_TOKEN_FILE", place.operatorTokens().toString());
        variables.put("SLUICE_CALLBACK_BASE_URL", place.url(Port.CALLBACK));
        variables.put("SLUICE_WEBHOOK_ALLOW_PRIVATE", "true");
        variables.put("SLUICE_CHANNEL_CALLS_PER_SECOND", NO_LIMIT);
        variables.put("SLUICE_EDGE_PORT", port(place, Port.EDGE));
        variables.put("SLUICE_CALLBACK_PORT", port(place, Port.CALLBACK));
        // Thousands of connections that each wait for their turn are the load here, and no rival refuses anybody.
        variables.put("SLUICE_EDGE_ADMISSION_LINE", "PT30S");
        variables.put("SLUICE_EDGE_ADMISSION_CROWD_PATIENCE", "PT5S");
        variables.put("SLUICE_EDGE_ADMISSION_DEADLINE", "PT10S");
        variables.put("SLUICE_EDGE_MANAGEMENT_PORT", port(place, Port.EDGE_MANAGEMENT));
        variables.put("SLUICE_CALLBACK_MANAGEMENT_PORT", port(place, Port.CALLBACK_MANAGEMENT));
        variables.put("SLUICE_LEDGER_MANAGEMENT_PORT", port(place, Port.LEDGER_MANAGEMENT));
        variables.put("SLUICE_NOTIFIER_MANAGEMENT_PORT", port(place, Port.NOTIFIER_MANAGEMENT));
        return variables;
    }

    private static String port(Place place, Port port) {
        return String.valueOf(place.port(port));
    }
}
