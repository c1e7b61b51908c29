@NullMarked
package io.sluice.sandbox.servers;

import org.jspecify.annotations.NullMarked;
