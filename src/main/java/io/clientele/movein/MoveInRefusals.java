package io.clientele.movein;

import io.clientele.shared.Refusal;
import io.clientele.shared.Refusals;

/** What can be wrong with moving in as a whole. */
final class MoveInRefusals {

    private MoveInRefusals() {}

    static Refusal unknown(long id) {
        return Refusals.noSuchEntity("id", id);
    }

    static Refusal noFile(String path) {
        return Refusal.input("There is no file %path.").with("path", path);
    }

    static Refusal notKnown(String name) {
        return Refusal.input("The columns of %name are those of no file that is taken over.")
                .with("name", name);
    }

    static Refusal notTaken(String name, String why) {
        return Refusal.input("%name is not taken over: %why.")
                .with("name", name)
                .with("why", why);
    }

    static Refusal nothing() {
        return Refusal.input("There is no file to be taken over.");
    }

    static Refusal noPair(String option, String value) {
        return Refusal.input("%option takes a name there and a name here, as in THERE=HERE, and not \"%value\".")
                .with("option", option)
                .with("value", value);
    }

    static Refusal notHere(String what, String code) {
        return Refusal.input("There is no %what \"%code\" here.")
                .with("what", what)
                .with("code", code);
    }

    static Refusal ofFile(String name, Refusal refusal) {
        return Refusal.input("%name: %reason").with("name", name).with("reason", refusal.rendered());
    }
}
