-- What the notifier may know of webhook endpoints. The secrets are sealed under 'webhook_endpoint:whe_…'; inside is a
-- JSON array, newest first, of {"secret":"whsec_…","expires_at":null or an RFC 3339 time}.

create view sluice.webhook_endpoint_config as
select merchant_id, endpoint_id, url, event_types, sealed_secrets, enabled
from sluice.webhook_endpoint;

comment on column sluice.webhook_endpoint.sealed_secrets is
    'sealed JSON array, newest first, of {"secret":"whsec_…","expires_at":null or an RFC 3339 time}';
create index audit_of_subject on sluice.audit (subject, audit_id);
