package io.sluice.core.channel;

/**
 * One merchant's account at one channel, ready to use. What it can do beyond this shows in the capability interfaces
 * that it also implements: {@link Pays}, {@link Authorizes}, {@link Captures}, {@link Voids},
 * {@link VoidsCaptures}, {@link VoidsCharges}, {@link Inquires}, {@link Closes}, {@link Reverses}, {@link Refunds},
 * {@link PaysOut}, {@link SignsAgreements}, {@link SettlesBatches}, {@link TellsBalance}, {@link Notifies}, {@link ListsBills}.
 */
public interface Channel {

    Capabilities capabilities();
}
