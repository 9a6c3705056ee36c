package org.mera.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * Where a command writes.
 *
 * @param terminal whether a person looks at it, and lines may be drawn anew
 * @param width    in characters
 */
record Screen(PrintWriter out, PrintWriter err, boolean terminal, int width) {

    private static final int USUAL_WIDTH = 80;

    /** {@return the process's own output, always UTF-8, whatever the platform's charset} */
    static Screen ofProcess(Map<String, String> environment) {
        return new Screen(
                writer(FileDescriptor.out), writer(FileDescriptor.err), isTerminal(environment), width(environment));
    }

    private static PrintWriter writer(FileDescriptor descriptor) {
        return new PrintWriter(new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), true);
    }

    @SuppressWarnings("SystemConsoleNull") // On JDK 17 it is null, on newer ones isInteractive tells.
    private static boolean isTerminal(Map<String, String> environment) {
        Console console = System.console();
        return console != null
                && isInteractive(console)
                && !environment.getOrDefault("TERM", "dumb").equals("dumb");
    }

    /** From JDK 22 on there is a console even where nobody looks; a method that JDK 17 has not tells the difference. */
    private static boolean isInteractive(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException e) {
            return true;
        } catch (ReflectiveOperationException e) {
            return false;
        }
    }

    static int width(Map<String, String> environment) {
        String columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("[1-9][0-9]{1,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
