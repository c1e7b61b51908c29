@NullMarked
package io.sluice.edge.authentication;

import org.jspecify.annotations.NullMarked;
