/** What is said to a bank host and what its answers mean. */
@NullMarked
package io.sluice.channels.bank.model;

import org.jspecify.annotations.NullMarked;
