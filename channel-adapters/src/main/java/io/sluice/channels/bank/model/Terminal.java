package io.sluice.channels.bank.model;

/** As whom we speak: DE 41, 42 and 32. */
public record Terminal(String id, String merchant, String acquirer) {}
