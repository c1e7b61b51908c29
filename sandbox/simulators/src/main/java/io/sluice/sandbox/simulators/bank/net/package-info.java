/** The host's TCP side: sessions, and all that can go wrong on the way. */
@NullMarked
package io.sluice.sandbox.simulators.bank.net;

import org.jspecify.annotations.NullMarked;
