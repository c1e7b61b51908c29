/**
 * The rules of a signed request, as pure functions of the request, the key and the time. {@link
 * io.sluice.edge.signature.model.SignaturePolicy} is the door; everything it answers is a value.
 */
@NullMarked
package io.sluice.edge.signature.model;

import org.jspecify.annotations.NullMarked;
