package io.sluice.edge.event;

import io.sluice.core.id.PaymentId;
import io.sluice.edge.authentication.EventTickets.Ticket;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A ticket as the merchant gets it. */
final class TicketJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private TicketJson() {}

    static String text(Ticket ticket, PaymentId payment) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("ticket", ticket.value());
        members.put("expires_at", ticket.expiresAt().toString());
        members.put("url", "/v1/payments/" + payment + "/events?ticket=" + ticket.value());
        return MAPPER.writeValueAsString(members);
    }
}
