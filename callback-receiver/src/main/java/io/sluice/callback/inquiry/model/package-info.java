/** What to do about an attempt whose time has come, and what to believe. Pure decisions. */
@NullMarked
package io.sluice.callback.inquiry.model;

import org.jspecify.annotations.NullMarked;
