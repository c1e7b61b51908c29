package io.sluice.sandbox.checker.evidence;

import java.util.List;

/** The channel's own book. */
public record Book(List<Charge> charges, List<GivenBack> givenBack, List<PaidOut> paidOut) {}
