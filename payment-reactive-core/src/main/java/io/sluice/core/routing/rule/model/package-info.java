/** What a merchant's configuration and the operators say about routing; pure. */
@NullMarked
package io.sluice.core.routing.rule.model;

import org.jspecify.annotations.NullMarked;
