package io.sluice.edge.webhook;

import io.sluice.core.webhook.model.IssuedSecret;
import io.sluice.core.webhook.model.NewWebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpoint;
import io.sluice.core.webhook.model.WebhookEndpointChange;
import io.sluice.core.webhook.model.WebhookSecret;
import io.sluice.edge.json.JsonAnswer;
import io.sluice.edge.json.JsonFields;
import io.sluice.edge.json.StrictJson;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhook endpoints as they are asked for and shown. */
public final class WebhookEndpointJson {

    private static final int MAX_URL = 2000;
    private static final int MAX_TYPES = 50;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookEndpointJson() {}

    public static NewWebhookEndpoint create(byte[] body) {
        JsonFields fields = StrictJson.object(body);
        NewWebhookEndpoint endpoint = new NewWebhookEndpoint(
                fields.text("url", 1, MAX_URL),
                fields.optionalTexts("event_types", MAX_TYPES, 100).orElse(List.of()),
                secret(fields));
        fields.done();
        return endpoint;
    }

    static WebhookEndpointChange change(byte[] body) {
        JsonFields fields = StrictJson.object(body);
        WebhookEndpointChange change = new WebhookEndpointChange(
                fields.optionalText("url", 1, MAX_URL).orElse(null),
                fields.optionalTexts("event_types", MAX_TYPES, 100).orElse(null),
                fields.optionalBoolean("enabled").orElse(null));
        fields.done();
        return change;
    }

    /** The body may be left out: then a secret is made. */
    static WebhookSecret rotation(byte[] body) {
        if (body.length == 0) {
            return made();
        }
        JsonFields fields = StrictJson.object(body);
        WebhookSecret secret = secret(fields);
        fields.done();
        return secret;
    }

    public static Map<String, @Nullable Object> shown(WebhookEndpoint endpoint) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("id", endpoint.id().toString());
        document.put("url", endpoint.url());
        document.put("event_types", endpoint.eventTypes());
        document.put("enabled", endpoint.enabled());
        document.put("created_at", JsonAnswer.time(endpoint.createdAt()));
        return document;
    }

    /** With the secret, this once. */
    public static Map<String, @Nullable Object> issued(IssuedSecret issued) {
        Map<String, @Nullable Object> document = shown(issued.endpoint());
        document.put("secret", issued.secret());
        return document;
    }

    private static WebhookSecret secret(JsonFields fields) {
        return fields.optionalText("secret", 1, 200).map(WebhookSecret::new).orElseGet(WebhookEndpointJson::made);
    }

    private static WebhookSecret made() {
        byte[] random = new byte[WebhookSecret.NEW_BYTES];
        RANDOM.nextBytes(random);
        return WebhookSecret.of(random);
    }
}
