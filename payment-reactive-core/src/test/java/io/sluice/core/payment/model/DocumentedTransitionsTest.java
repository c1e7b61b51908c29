package io.sluice.core.payment.model;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.core.agreement.model.AgreementState;
import io.sluice.core.agreement.model.AgreementTransitions;
import io.sluice.core.modification.model.ModificationState;
import io.sluice.core.modification.model.ModificationTransitions;
import io.sluice.core.payout.model.PayoutState;
import io.sluice.core.payout.model.PayoutTransitions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** ARCHITECTURE.md shows the tables of {@link Transitions} and its like as they are. */
class DocumentedTransitionsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([A-Z_]+(?:, [A-Z_]+)*) \\| ([A-Z_]+(?:, [A-Z_]+)*)");

    @Test
    void payments() throws IOException {
        assertThat(documented("| payment in |", PaymentState.class)).isEqualTo(withoutEnds(Transitions.PAYMENT));
    }

    @Test
    void attempts() throws IOException {
        assertThat(documented("| attempt in |", AttemptState.class)).isEqualTo(withoutEnds(Transitions.ATTEMPT));
    }

    @Test
    void modifications() throws IOException {
        assertThat(documented("| capture, void or refund in |", ModificationState.class))
                .isEqualTo(withoutEnds(ModificationTransitions.TABLE));
    }

    @Test
    void agreements() throws IOException {
        assertThat(documented("| agreement in |", AgreementState.class))
                .isEqualTo(withoutEnds(AgreementTransitions.TABLE));
    }

    @Test
    void payouts() throws IOException {
        assertThat(documented("| payout in |", PayoutState.class)).isEqualTo(withoutEnds(PayoutTransitions.TABLE));
    }

    private static <S extends Enum<S>> Map<S, Set<S>> documented(String heading, Class<S> states) throws IOException {
        String document = Files.readString(Path.of("../ARCHITECTURE.md"));
        String fromHeading = document.substring(document.indexOf(heading));
        String table = fromHeading.substring(0, fromHeading.indexOf("\n\n"));
        Map<S, Set<S>> transitions = new EnumMap<>(states);
        ROW.matcher(table)
                .results()
                .forEach(row -> states(row.group(1), states)
                        .forEach(from -> transitions.put(
                                from, states(row.group(2), states).collect(toSet()))));
        return transitions;
    }

    private static <S extends Enum<S>> Stream<S> states(String names, Class<S> states) {
        return Stream.of(names.split(", ")).map(name -> Enum.valueOf(states, name));
    }

    private static <S> Map<S, Set<S>> withoutEnds(Map<S, Set<S>> table) {
        return table.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
