package io.sluice.sandbox.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The state file: written by the sandbox in one step, read by the commands. */
public final class StateFile {
    private StateFile() {}

    public static void write(Place place, SandboxState state) {
        try {
            Path fresh = place.stateFile().resolveSibling("state.json.new");
            Files.writeString(fresh, Json.pretty(state));
            Files.move(fresh, place.stateFile(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the last sandbox of the place said, whether it still lives or not. */
    public static Optional<SandboxState> read(Place place) {
        try {
            return Optional.of(Json.read(Files.readString(place.stateFile()), SandboxState.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The state of a sandbox that lives. */
    public static Optional<SandboxState> ofLiving(Place place) {
        return read(place).filter(SandboxState::lives);
    }

    public static void remove(Place place) {
        try {
            Files.deleteIfExists(place.stateFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
