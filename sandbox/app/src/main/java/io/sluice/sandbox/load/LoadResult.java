package io.sluice.sandbox.load;

import java.nio.file.Path;
import java.util.List;

/**
 * What became of a load.
 *
 * @param folder where its report, its output and its findings are
 * @param assertionsHold by Gatling's word
 * @param summary Gatling's, for people
 * @param findings what Gatling has no words for
 */
public record LoadResult(Path folder, boolean assertionsHold, List<String> summary, List<LoadFinding> findings) {
    public boolean holds() {
        return assertionsHold && findings.stream().allMatch(LoadFinding::holds);
    }
}
