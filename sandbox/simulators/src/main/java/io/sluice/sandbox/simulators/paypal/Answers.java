package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.http.Answer;
import io.sluice.sandbox.simulators.model.Decision;
import io.sluice.sandbox.simulators.paypal.model.Issue;
import io.sluice.sandbox.simulators.paypal.model.Refusal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How this channel says no. */
final class Answers {
    private Answers() {}

    static Answer error(Issue issue, @Nullable String field) {
        var body = Json.MAPPER
                .createObjectNode()
                .put("name", issue.error())
                .put("message", message(issue))
                .put("debug_id", Ids.debug());
        var detail =
                body.putArray("details").addObject().put("issue", issue.name()).put("description", issue.description());
        if (field != null) {
            detail.put("field", field).put("location", "body");
        }
        body.putArray("links")
                .addObject()
                .put("href", "https://developer.paypal.com/docs/api/orders/v2/#error-" + issue.name())
                .put("rel", "information_link")
                .put("method", "GET");
        return Answer.of(issue.status(), body);
    }

    static Answer error(Issue issue) {
        return error(issue, null);
    }

    static <T> Answer of(Decision<T, Refusal> decision, Function<T, Answer> granted) {
        return switch (decision) {
            case Decision.Granted<T, Refusal>(T value) -> granted.apply(value);
            case Decision.Refused<T, Refusal>(Refusal refusal) -> error(refusal.issue(), refusal.field());
        };
    }

    private static String message(Issue issue) {
        return switch (issue.status()) {
            case 400 -> "Request is not well-formed, syntactically incorrect, or violates schema.";
            case 401 -> "Authentication failed due to missing authorization header, or invalid credentials.";
            case 403 -> "Authorization failed due to insufficient permissions.";
            case 404 -> "The specified resource does not exist.";
            case 422 -> "The requested action could not be performed, semantically incorrect, or failed validation.";
            case 429 -> "Too many requests. Blocked due to rate limiting.";
            default -> "An internal server error has occurred.";
        };
    }
}
