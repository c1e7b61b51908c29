package io.sluice.edge.overload.model;

import org.jspecify.annotations.Nullable;

/** Who is let in. While there is room for all nobody is asked for his share. */
public final class AdmissionPolicy {

    /** So few at once are nobody's undoing, and too few to tell a large share by. */
    private static final int FEW = 2;

    /** What it takes to refuse, of what it takes to do what was asked for: 2 to 5 % of a payment (docs/performance.md). */
    private static final double REFUSAL = 1 / 30.0;

    /** So small a part of what is done was asked for and is not done yet when nothing is left undone, or is done later. */
    private static final int NEARLY_NONE = 8;

    private AdmissionPolicy() {}

    /**
     * @param all worked on at once, at most
     * @param line waiting for that, at most
     * @param crowd from so many on, whoever asks for much more than others gets his share and no more
     * @param open requests that are not answered, those included that wait for a channel
     */
    public record Limits(int all, int line, int crowd, int open) {}

    /**
     * What is going on as somebody comes.
     *
     * @param working requests that are being worked on
     * @param waiting requests that shall be when there is room
     * @param open those and all that wait for a channel
     * @param sharers how many have come lately, he who comes included
     * @param asked requests of all of these lately, whatever became of them
     * @param done of those let in, lately
     * @param mine his
     */
    public record Load(int working, int waiting, int open, int sharers, int asked, int done, Mine mine) {}

    /**
     * @param taken of those worked on or waiting
     * @param asked of those asked for lately
     * @param refused of these
     */
    public record Mine(int taken, int asked, int refused) {}

    /** @return null when he is let in, at once or in his turn */
    public static @Nullable Refusal judge(Load load, Limits limits) {
        if (load.open >= limits.open) {
            return Refusal.FULL;
        }
        if (load.working >= limits.all && load.waiting >= limits.line) {
            return Refusal.OVERLOADED;
        }
        return load.working >= limits.crowd && isOverShare(load, limits) ? Refusal.OVER_SHARE : null;
    }

    /**
     * Who asks for half as much again as an equal share, and has what is left of one: equals are never quite equal at any one
     * moment, so that what one has says little, but over a second what they ask for is. A burst that is over in a moment
     * is let be, and so is who asks for most of what is done as long as all of it is done: he is large and not loud.
     */
    private static boolean isOverShare(Load load, Limits limits) {
        Mine mine = load.mine;
        boolean isBurst = load.asked <= limits.all / 2;
        boolean isAllDone = load.asked <= load.done + load.done / NEARLY_NONE;
        boolean asksForMore = 2L * mine.asked * load.sharers > 3L * load.asked;
        return !isBurst && !isAllDone && asksForMore && mine.taken >= FEW && mine.taken > leftOfShare(load);
    }

    /** An equal share of the work, less what is spent on refusing him: otherwise the others would pay for that. */
    private static double leftOfShare(Load load) {
        double refusing = REFUSAL * load.mine.refused;
        double spent = load.asked - load.mine.refused + refusing;
        return (load.working + load.waiting) * (1.0 / load.sharers - refusing / spent);
    }
}
