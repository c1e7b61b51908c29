package io.sluice.compare.report.model;

import java.util.Map;

/**
 * One load of one contestant.
 *
 * @param contestant its name; one of {@link Side} where Sluice is compared with itself
 * @param number from 1; contestants with the same number ran one after the other
 * @param cpuMs milliseconds of CPU a payment, by process
 * @param generatorCpuMs the same of the load generator, in none of the sums
 * @param backgroundCpuMs the same of the contestants that were not on turn
 * @param residentMb of the service, at its highest
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

    /** The same figures, of a load that was the same. */
    public Round as(Load other) {
        return new Round(
                number,
                other,
                contestant,
                payments,
                failed,
                perSecond,
                p50Ms,
                p90Ms,
                p99Ms,
                cpuMs,
                generatorCpuMs,
                backgroundCpuMs,
                residentMb,
                opensslVerifies);
    }

    /** Of the whole machine but the load generator. */
    public double totalCpuMs() {
        return cpuMs.values().stream().mapToDouble(Double::doubleValue).sum();
    }

    public double cpuMs(String process) {
        return cpuMs.getOrDefault(process, 0.0);
    }
}
