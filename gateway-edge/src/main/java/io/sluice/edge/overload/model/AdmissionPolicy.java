package io.sluice.edge.overload.model;

import org.jspecify.annotations.Nullable;

/** Who is let in. While there is room for all nobody is asked for his share. */
public final class AdmissionPolicy {

    /** So few at once are nobody's undoing, and too few to tell a large share by. */
    private static final int FEW = 4;

    private AdmissionPolicy() {}

    /**
     * @param all worked on at once, at most
     * @param line waiting for that, at most
     * @param crowd from so many on, whoever has more than his share waits
     * @param open requests that are not answered, those included that wait for a channel
     */
    public record Limits(int all, int line, int crowd, int open) {}

    /**
     * What is going on as somebody comes.
     *
     * @param working requests that are being worked on
     * @param waiting requests that shall be when there is room
     * @param open those and all that wait for a channel
     * @param mine of those worked on or waiting, his who comes
     * @param sharers how many have come lately, he included
     */
    public record Load(int working, int waiting, int open, int mine, int sharers) {}

    /** @return null when he is let in, at once or in his turn */
    public static @Nullable Refusal judge(Load load, Limits limits) {
        if (load.open >= limits.open) {
            return Refusal.FULL;
        }
        if (load.working >= limits.all && load.waiting >= limits.line) {
            return Refusal.OVERLOADED;
        }
        return load.working >= limits.crowd && isOverShare(load) ? Refusal.OVER_SHARE : null;
    }

    /** Half as much again as an equal share, for equals are never quite equal at any one moment. */
    private static boolean isOverShare(Load load) {
        return load.mine >= FEW && 2L * load.mine * load.sharers > 3L * (load.working + load.waiting);
    }
}
