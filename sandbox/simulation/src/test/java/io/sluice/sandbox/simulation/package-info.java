/** Tests of the simulation, and of the gateway by it. */
package io.sluice.sandbox.simulation;
