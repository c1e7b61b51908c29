package io.sluice.compare;

import io.sluice.compare.measure.OpensslSpeed;
import io.sluice.compare.report.model.Load;

/**
 * One round of one load, in which all take their turns.
 *
 * @param number from 1
 * @param opensslVerifies how fast the machine is as it begins
 */
record Turn(int number, Load load, double opensslVerifies) {
    static Turn begin(int number, Load load) throws InterruptedException {
        return new Turn(number, load, OpensslSpeed.recentVerificationsPerSecond());
    }
}
