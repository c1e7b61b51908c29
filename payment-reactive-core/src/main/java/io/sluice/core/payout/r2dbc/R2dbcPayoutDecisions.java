package io.sluice.core.payout.r2dbc;

import io.r2dbc.spi.ConnectionFactory;
import io.sluice.core.audit.Actor;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payout.PayoutDecisions;
import io.sluice.core.payout.model.Payout;
import io.sluice.core.payout.model.PayoutTerms;
import io.sluice.core.r2dbc.StoreReads;
import java.util.List;
import java.util.Objects;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What people say of payouts, in PostgreSQL; each with its line in the audit trail, in one statement. */
public final class R2dbcPayoutDecisions implements PayoutDecisions {

    private static final String AGREE = """
            with agreed as (
                insert into sluice.payout_approval (merchant_id, payout_id, question, operator, at)
                values (:merchant, :payout, :question, :operator, now()) on conflict do nothing),
            told as (
                insert into sluice.audit (actor, action, subject, detail)
                values (:operator, 'payout.' || :question, :subject, jsonb_build_object('evidence', :evidence::text)))
            select operator from sluice.payout_approval
                where merchant_id = :merchant and payout_id = :payout and question = :question
            union select :operator::text""";

    private static final String SET_TERMS = """
            with changed as (
                insert into sluice.payout_terms (merchant_id, currency, review_above_minor)
                values (:merchant, :currency, :above)
                on conflict (merchant_id, currency) do update set review_above_minor = excluded.review_above_minor)
            insert into sluice.audit (actor, action, subject, detail)
            values (:operator, 'payout_terms.set', :subject,
                jsonb_build_object('currency', :currency::text, 'review_above', :above::bigint))""";

    private final DatabaseClient database;

    public R2dbcPayoutDecisions(ConnectionFactory connections) {
        this.database = DatabaseClient.create(connections);
    }

    @Override
    public Mono<List<String>> agree(Payout payout, Question question, Actor person, String evidence) {
        return database.sql(AGREE)
                .bind("merchant", payout.merchantId().value())
                .bind("payout", payout.id().value())
                .bind("question", question.wireName())
                .bind("operator", person.name())
                .bind("subject", payout.id().toString())
                .bind("evidence", evidence)
                .map(row -> Objects.requireNonNull(row.get(0, String.class)))
                .all()
                .transform(StoreReads::bounded)
                .collectList();
    }

    @Override
    public Mono<Void> setTerms(MerchantId merchant, String currency, PayoutTerms terms, Actor person) {
        return database.sql(SET_TERMS)
                .bind("merchant", merchant.value())
                .bind("currency", currency)
                .bind("above", terms.reviewAboveMinor())
                .bind("operator", person.name())
                .bind("subject", merchant.toString())
                .fetch()
                .rowsUpdated()
                .then();
    }
}
