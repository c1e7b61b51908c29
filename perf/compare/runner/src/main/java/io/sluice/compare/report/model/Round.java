package io.sluice.compare.report.model;

import java.util.Map;

/**
 * One load of one contestant.
 *
 * @param number from 1; contestants with the same number ran one after the other
 * @param cpuMs milliseconds of CPU a payment, by process
 * @param generatorCpuMs the same of the load generator, in none of the sums
 * @param backgroundCpuMs the same of the contestants that were not on turn
 * @param residentMb of the service, at the end
 * @param opensslVerifies how fast the machine was as the round began, RSA-2048 verifications a second
 */
public record Round(
        int number,
        Load load,
        String contestant,
        long payments,
        long failed,
        double perSecond,
        double p50Ms,
        double p90Ms,
        double p99Ms,
        Map<String, Double> cpuMs,
        double generatorCpuMs,
        double backgroundCpuMs,
        double residentMb,
        double opensslVerifies) {

    public Round {
        cpuMs = Map.copyOf(cpuMs);
    }

    /** Of the whole machine but the load generator. */
    public double totalCpuMs() {
        return cpuMs.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double cpuMs(String process) {
        return cpuMs.getOrDefault(process, 0.0);
    }
}
