package io.sluice.compare.profile.model;

import java.util.ArrayList;
import java.util.List;

/** Stacks in a line that a person can read. */
public final class Stacks {
    private static final int DEPTH = 9;

    /** What only hands on: of many such calls on every stack none says where one is. */
    private static final List<String> HANDING_ON = List.of(
            "java.lang.invoke.",
            "reactor.core.publisher.",
            "reactor.core.scheduler.",
            "io.netty.channel.AbstractChannelHandlerContext",
            "io.netty.channel.DefaultChannelPipeline",
            "io.netty.channel.CombinedChannelDuplexHandler",
            "io.netty.util.concurrent.");

    private Stacks() {}

    /** From the call that decided outwards, without what only hands on and without a class twice in a row. */
    public static String brief(List<Frame> frames) {
        List<Frame> decided = Attribution.decided(frames);
        List<String> calls = new ArrayList<>();
        String last = "";
        for (Frame frame : decided) {
            boolean isFirst = calls.isEmpty();
            if (calls.size() < DEPTH && !frame.type().equals(last) && (isFirst || !handsOn(frame))) {
                calls.add(frame.brief());
                last = frame.type();
            }
        }
        return String.join(" < ", calls);
    }

    private static boolean handsOn(Frame frame) {
        return frame.type().contains("$$Lambda") || HANDING_ON.stream().anyMatch(frame::isIn);
    }
}
