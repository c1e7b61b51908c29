package io.sluice.sandbox.checker.evidence;

import java.util.List;
import java.util.Map;

/**
 * What PostgreSQL has, all of one snapshot.
 *
 * @param attempts the number under which a channel knows an attempt, and its payment
 */
public record Store(
        List<Payment> payments,
        Map<String, String> attempts,
        List<Refund> refunds,
        List<Payout> payouts,
        List<Fund> funds,
        List<Event> events,
        List<Posting> postings,
        List<Balance> balances) {}
