/** Callbacks over HTTP. */
@NullMarked
package io.sluice.callback.intake.web;

import org.jspecify.annotations.NullMarked;
