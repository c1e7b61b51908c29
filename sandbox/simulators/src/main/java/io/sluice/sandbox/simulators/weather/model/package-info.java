/** What weather is made of. Pure values: who draws the numbers hands them in. */
@NullMarked
package io.sluice.sandbox.simulators.weather.model;

import org.jspecify.annotations.NullMarked;
