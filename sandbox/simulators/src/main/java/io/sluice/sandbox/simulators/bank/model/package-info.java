/** What the host decides, as pure rules over its book. */
@NullMarked
package io.sluice.sandbox.simulators.bank.model;

import org.jspecify.annotations.NullMarked;
