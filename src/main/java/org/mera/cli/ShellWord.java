package org.mera.cli;

/** An argument as a shell takes it, quoted where it must be. */
final class ShellWord {

    private ShellWord() {}

    static String of(String argument) {
        return argument.matches("[\\w./:=,@%+-]+") ? argument : "'" + argument.replace("'", "'\\''") + "'";
    }
}
