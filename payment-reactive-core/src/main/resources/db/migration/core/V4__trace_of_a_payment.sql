-- The W3C trace context of the request that made the payment. Whatever becomes of it later, by a callback, an inquiry or
-- because it expires, is told in that trace.
alter table sluice.payment add column traceparent text;
