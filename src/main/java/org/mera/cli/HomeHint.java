package org.mera.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** Names the home in the commands that a message from below advises: there nobody knows by which option it was named. */
final class HomeHint {

    private static final Pattern ADVISED =
            Pattern.compile("mera (?:run JOB\\.yaml(?: --year [0-9]{4})?|[a-z]+ --year [0-9]{4})");

    private HomeHint() {}

    /** {@return the option to be added to a command line that is advised} Empty where the command in hand was not given it either. */
    static String option(CommandSpec command) {
        return MeraCommand.homeOption(command)
                .map(home -> " --home " + ShellWord.of(home.toString()))
                .orElse("");
    }

    /** {@return a message whose commands name the home} */
    static String in(String message, CommandSpec command) {
        return ADVISED.matcher(message).replaceAll("$0" + Matcher.quoteReplacement(option(command)));
    }
}
