package io.sluice.ledger.posting.model;

import io.sluice.core.id.ChannelAccountId;
import io.sluice.core.id.MerchantId;

/**
 * The chart of accounts. Every account is kept per merchant and per currency, fee income and suspense too: the books can
 * then be distributed by merchant, and no row is hot for all merchants at once.
 */
public sealed interface Account {

    AccountType type();

    /** The account's name in the books, such as {@code channel_receivable:wechat:cha_…}. */
    String code();

    /** What a channel took from payers and owes us. */
    record ChannelReceivable(String channel, ChannelAccountId channelAccount) implements Account {
        @Override
        public AccountType type() {
            return AccountType.ASSET;
        }

        @Override
        public String code() {
            return "channel_receivable:" + channel + ":" + channelAccount;
        }
    }

    /** What we owe the merchant. */
    record MerchantPayable(MerchantId merchant) implements Account {
        @Override
        public AccountType type() {
            return AccountType.LIABILITY;
        }

        @Override
        public String code() {
            return "merchant_payable:" + merchant;
        }
    }

    /**
     * What payouts took of what we owe the merchant: it stands against {@link MerchantPayable}, and is kept apart from it, so that
     * what was earned can be read whatever was paid out (docs/adr/022-payouts.md).
     */
    record MerchantPaidOut(MerchantId merchant) implements Account {
        @Override
        public AccountType type() {
            return AccountType.LIABILITY;
        }

        @Override
        public String code() {
            return "merchant_paid_out:" + merchant;
        }
    }

    /** What is about to leave through a channel, or may have left: nobody knows yet. */
    record PayoutInTransit(String channel, ChannelAccountId channelAccount) implements Account {
        @Override
        public AccountType type() {
            return AccountType.LIABILITY;
        }

        @Override
        public String code() {
            return "payout_in_transit:" + channel + ":" + channelAccount;
        }
    }

    /** What we earned. */
    record FeeIncome() implements Account {
        @Override
        public AccountType type() {
            return AccountType.INCOME;
        }

        @Override
        public String code() {
            return "fee_income";
        }
    }

    /** Money that arrived for a payment already given up: somebody's, but not yet decided whose. */
    record ConflictSuspense() implements Account {
        @Override
        public AccountType type() {
            return AccountType.LIABILITY;
        }

        @Override
        public String code() {
            return "conflict_suspense";
        }
    }
}
