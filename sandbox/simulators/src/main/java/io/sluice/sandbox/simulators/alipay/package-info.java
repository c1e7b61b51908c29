/**
 * A simulator of Alipay's OpenAPI: it checks every request's signature, keeps trades and a book of its own, pays by
 * schedule, by hand or on a page, and tells the merchant. It shares no code with the gateway, so that it can judge it.
 *
 * <p>What surprises merchants is kept: a trade that no payer has met does not exist to a query or a close; to cancel
 * what does not exist succeeds; a refund that does not exist is answered 10000 without a {@code refund_status}.
 */
@NullMarked
package io.sluice.sandbox.simulators.alipay;

import org.jspecify.annotations.NullMarked;
