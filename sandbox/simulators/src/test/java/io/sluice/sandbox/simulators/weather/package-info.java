@org.jspecify.annotations.NullMarked
package io.sluice.sandbox.simulators.weather;
