package io.sluice.sandbox.simulators.paypal;

import io.sluice.sandbox.simulators.Json;
import io.sluice.sandbox.simulators.callback.model.Callback;
import io.sluice.sandbox.simulators.callback.model.ResendSchedule;
import io.sluice.sandbox.simulators.callback.model.Variant;
import io.sluice.sandbox.simulators.model.Play;
import io.sluice.sandbox.simulators.paypal.model.Authorization;
import io.sluice.sandbox.simulators.paypal.model.Capture;
import io.sluice.sandbox.simulators.paypal.model.Order;
import io.sluice.sandbox.simulators.paypal.model.Outcome;
import io.sluice.sandbox.simulators.paypal.model.Refund;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.node.ObjectNode;

/** Writes the webhooks that follow what happened; none while no address is registered. */
final class Webhooks {
    /** Twenty-five pauses over three days. */
    static final List<Duration> RESEND_PAUSES = Stream.concat(
                    IntStream.rangeClosed(0, 8).mapToObj(power -> Duration.ofSeconds(15L << power)),
                    Stream.generate(() -> Duration.ofHours(4)).limit(16))
            .toList();

    private static final Duration LATE = Duration.ofMinutes(10);
    private static final Duration SOON = Duration.ofSeconds(15);

    private final State state;
    private final Documents documents;
    private final ResendSchedule schedule;

    Webhooks(State state, Documents documents, ResendSchedule schedule) {
        this.state = state;
        this.documents = documents;
        this.schedule = schedule;
    }

    /** What a webhook is about: its resource, and the merchant's own number that the log names. */
    private record Event(String type, String resourceType, String subject, ObjectNode resource) {}

    List<Callback> approved(Order order, Instant now) {
        return of(order, approval(order), now);
    }

    private Event approval(Order order) {
        return new Event(
                "CHECKOUT.ORDER.APPROVED", "checkout-order", order.terms().customId(), documents.order(order));
    }

    /** After the completion of an order. */
    List<Callback> completed(Order order, Instant now) {
        if (order.outcome() == Outcome.TIMEOUT_CHARGED || order.outcome() == Outcome.CHARGED_LATE) {
            return List.of();
        }
        List<Callback> all = new ArrayList<>();
        Authorization held = order.authorization();
        if (held != null) {
            all.addAll(of(order, authorization(order, held, "CREATED"), now));
        }
        order.captures().forEach(capture -> all.addAll(of(order, capture(order, capture), now)));
        if (order.outcome() == Outcome.OUT_OF_ORDER) {
            all.addAll(of(order, approval(order), now.plus(schedule.scaled(SOON))));
        }
        return all;
    }

    List<Callback> voided(Order order, Instant now) {
        Authorization held = order.authorization();
        return held == null ? List.of() : of(order, authorization(order, held, "VOIDED"), now);
    }

    List<Callback> captured(Order order, Capture capture, Instant now) {
        return capture.play() == Play.SILENT ? List.of() : of(order, capture(order, capture), now);
    }

    List<Callback> refunded(Order order, Refund refund, Instant now) {
        return refund.play() == Play.SILENT || refund.state() == Refund.State.PENDING
                ? List.of()
                : of(order, refund(order, refund), now);
    }

    private Event authorization(Order order, Authorization held, String what) {
        return new Event(
                "PAYMENT.AUTHORIZATION." + what,
                "authorization",
                order.terms().customId(),
                documents.authorization(order, held));
    }

    private Event capture(Order order, Capture capture) {
        ObjectNode resource = documents.capture(order, capture);
        if (order.outcome() == Outcome.WRONG_AMOUNT) {
            resource.set(
                    "amount",
                    Documents.amount(capture.amount().of(capture.amount().minor() + 1)));
        }
        String number = capture.number() == null ? order.terms().customId() : capture.number();
        return new Event("PAYMENT.CAPTURE." + capture.state(), "capture", number, resource);
    }

    private Event refund(Order order, Refund refund) {
        String number = refund.number() == null ? order.terms().customId() : refund.number();
        String what = refund.state() == Refund.State.FAILED ? "PAYMENT.REFUND.FAILED" : "PAYMENT.CAPTURE.REFUNDED";
        return new Event(what, "refund", number, documents.refund(order, refund));
    }

    private List<Callback> of(Order order, Event event, Instant at) {
        return switch (order.outcome()) {
            case SILENT -> List.of();
            case LATE -> written(order, event, Variant.HONEST, 1, at.plus(schedule.scaled(LATE)));
            case DUPLICATE -> written(order, event, Variant.HONEST, 3, at);
            case PROBE ->
                Stream.concat(
                                written(order, event, Variant.PROBE, 1, at).stream(),
                                written(order, event, Variant.HONEST, 1, at.plus(schedule.scaled(SOON))).stream())
                        .toList();
            default -> written(order, event, Variant.HONEST, 1, at);
        };
    }

    private List<Callback> written(Order order, Event event, Variant variant, int copies, Instant due) {
        String url = state.webhookUrl();
        if (url == null) {
            return List.of();
        }
        String id = Ids.webhook();
        var body = Json.MAPPER
                .createObjectNode()
                .put("id", id)
                .put("event_version", "1.0")
                .put("create_time", Documents.time(due))
                .put("resource_type", event.resourceType())
                .put("resource_version", "2.0")
                .put("event_type", event.type())
                .put("summary", event.type());
        body.set("resource", event.resource());
        return List.of(new Callback(
                id,
                variant,
                event.type(),
                event.resourceType(),
                order.terms().payee(),
                event.subject(),
                url,
                Json.MAPPER.writeValueAsString(body),
                copies,
                due,
                0,
                due));
    }
}
