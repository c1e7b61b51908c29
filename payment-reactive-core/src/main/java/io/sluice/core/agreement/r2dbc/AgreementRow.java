package io.sluice.core.agreement.r2dbc;

import io.r2dbc.spi.Readable;
import io.sluice.core.agreement.Agreements.Due;
import io.sluice.core.agreement.json.AgreementJson;
import io.sluice.core.agreement.model.Agreement;
import io.sluice.core.agreement.model.AgreementPolicy;
import io.sluice.core.agreement.model.AgreementState;
import io.sluice.core.agreement.model.AgreementStep;
import io.sluice.core.id.AgreementId;
import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;
import io.sluice.core.payment.json.PaymentJson;
import io.sluice.core.payment.json.PaymentReader;
import io.sluice.core.r2dbc.Bind;
import io.sluice.core.r2dbc.Columns;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** Agreements as rows. */
final class AgreementRow {

    private AgreementRow() {}

    static Agreement read(Readable row) {
        Columns columns = new Columns(row);
        return new Agreement(
                new AgreementId(columns.uuid("agreement_id")),
                new MerchantId(columns.uuid("merchant_id")),
                new ChannelAccountId(columns.uuid("account_id")),
                columns.text("channel"),
                columns.text("method"),
                columns.text("masked_card"),
                AgreementState.valueOf(columns.text("state")),
                AgreementStep.valueOf(columns.text("step")),
                columns.text("call"),
                columns.instant("called_at"),
                columns.integer("wrong_codes"),
                PaymentReader.nextAction(columns.optional("next_action", String.class)),
                columns.optional("code", String.class),
                columns.instant("created_at"),
                columns.instant("expires_at"),
                columns.instant("changed_at"),
                columns.integer("version"));
    }

    static Due due(Readable row) {
        return new Due(read(row), new Columns(row).integer("looks"));
    }

    /** What a new row and a changed one have in common, and their event. */
    static GenericExecuteSpec bind(GenericExecuteSpec statement, Agreement agreement) {
        return statement
                .bind("merchant", agreement.merchant().value())
                .bind("id", agreement.id().value())
                .bind("state", agreement.state().name())
                .bind("step", agreement.step().name())
                .bind("call", agreement.call())
                .bind("called_at", agreement.calledAt())
                .bind("wrong_codes", agreement.wrongCodes())
                .bind("changed_at", agreement.changedAt())
                .bind("version", agreement.version())
                .bind(
                        "due_at",
                        Bind.nullable(AgreementPolicy.dueAt(agreement, 0, agreement.changedAt()), Instant.class))
                .bind("type", "agreement." + agreement.state().wireName())
                .bind("document", AgreementJson.agreement(agreement));
    }

    static GenericExecuteSpec bindNew(GenericExecuteSpec statement, Agreement agreement) {
        return bind(statement, agreement)
                .bind("account", agreement.account().value())
                .bind("channel", agreement.channel())
                .bind("method", agreement.method())
                .bind("masked", agreement.maskedCard())
                .bind("created_at", agreement.createdAt())
                .bind("expires_at", agreement.expiresAt());
    }

    static GenericExecuteSpec bindChanged(GenericExecuteSpec statement, Agreement after) {
        return bind(statement, after)
                .bind("action", Bind.nullable(PaymentJson.nextAction(after.nextAction()), String.class))
                .bind("code", Bind.nullable(after.code(), String.class))
                .bind("before", after.version() - 1)
                .bind("keep_payer", after.state() == AgreementState.PENDING)
                .bind("keep_token", !after.state().isEnd());
    }
}
