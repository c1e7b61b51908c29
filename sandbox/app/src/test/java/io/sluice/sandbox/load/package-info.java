@org.jspecify.annotations.NullMarked
package io.sluice.sandbox.load;
