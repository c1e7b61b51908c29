/** What the tables of all bills have in common. Pure values. */
@NullMarked
package io.sluice.channels.bill.model;

import org.jspecify.annotations.NullMarked;
