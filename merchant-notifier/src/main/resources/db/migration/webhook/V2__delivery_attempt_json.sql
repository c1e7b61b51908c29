-- The list of attempts as the HTTP API shows it: ids with their prefixes, times in UTC with microseconds. A delivery that
-- has had no attempt yet is one row whose attempt is null.

create function webhook.api_time(at timestamptz) returns text stable language sql return
    to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"');

create view webhook.delivery_attempt_json as
select merchant_id, event_id, endpoint_id, attempt_no as attempt,
       json_build_object(
           'event_id', 'evt_' || replace(event_id::text, '-', ''),
           'endpoint_id', 'whe_' || replace(endpoint_id::text, '-', ''),
           'state', state,
           'attempt', attempt_no,
           'at', webhook.api_time(at),
           'status', status,
           'error', error,
           'duration_ms', duration_ms,
           'response_excerpt', response_excerpt,
           'next_at', webhook.api_time(next_at))::text as body
from webhook.delivery_attempt_list;
