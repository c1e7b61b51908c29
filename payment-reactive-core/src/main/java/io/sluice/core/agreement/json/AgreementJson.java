package io.sluice.core.agreement.json;

import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementPolicy;
import io.sluice.core.channel.NextAction;
import io.sluice.core.json.Timestamps;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** An agreement as merchants and its events see it: the card masked, no telephone number but a masked one, no code and no token. */
public final class AgreementJson {

    private static final JsonMapper JSON = new JsonMapper();

    private AgreementJson() {}

    public static String agreement(Agreement agreement) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", agreement.id().toString());
        document.put("method", agreement.method());
        document.put("channel", agreement.channel());
        document.put("card", agreement.maskedCard());
        document.put("state", agreement.state().name());
        document.put("next_action", shown(agreement));
        document.put("code_tries_left", triesLeft(agreement));
        document.put("channel_code", agreement.code());
        document.put("sequence", agreement.version());
        document.put("expires_at", Timestamps.text(agreement.expiresAt()));
        document.put("created_at", Timestamps.text(agreement.createdAt()));
        document.put("updated_at", Timestamps.text(agreement.changedAt()));
        return JSON.writeValueAsString(document);
    }

    /** Nothing is asked of the payer while it is not known what became of his code. */
    private static @Nullable Map<String, String> shown(Agreement agreement) {
        NextAction action = agreement.nextAction();
        if (action == null || !agreement.step().takesCode()) {
            return null;
        }
        Map<String, String> shown = new LinkedHashMap<>();
        shown.put("type", action.type());
        shown.putAll(action.values());
        return shown;
    }

    private static @Nullable Integer triesLeft(Agreement agreement) {
        return agreement.step().takesCode() ? AgreementPolicy.MOST_WRONG_CODES - agreement.wrongCodes() : null;
    }
}
