package io.sluice.edge.signature.model;

/** What {@link SignaturePolicy#read} makes of a request: a signature that waits for its key, or a refusal. */
public sealed interface Reading permits PendingSignature, Verdict.Refused {}
