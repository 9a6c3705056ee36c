package org.mera.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Starts the program again where the platform's file names are not UTF-8, as under {@code LC_ALL=C}: Java fixes their charset at its start, and
 * neither file names nor arguments with Cyrillic letters survive another one. The arguments are damaged already; their bytes are taken from the
 * kernel and go through a shell in an all-ASCII command line, because Java cannot pass on bytes either.
 */
final class Utf8Restart {

    /** Set for the second process, to the number of the first one: it must not start a third. */
    static final String MARK = "MERA_RESTARTED_BY";

    private static final int KILLED = 137;
    private static final Path OWN_COMMAND_LINE = Path.of("/proc/self/cmdline");

    private final String fileNames;
    private final Map<String, String> environment;

    private Utf8Restart(String fileNames, Map<String, String> environment) {
        this.fileNames = fileNames;
        this.environment = environment;
    }

    static Utf8Restart ofProcess() {
        return new Utf8Restart(System.getProperty("sun.jnu.encoding", "UTF-8"), System.getenv());
    }

    boolean needed() {
        String charset = fileNames.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return !charset.equals("UTF8") && !windows;
    }

    /** {@return the exit code of the program started again} 2 where that is not possible or did not help. */
    int run(PrintWriter err) {
        if (environment.containsKey(MARK)) {
            return refuse(err, "even LC_ALL=C.UTF-8 does not change that");
        }
        if (!Files.isReadable(OWN_COMMAND_LINE)) {
            return refuse(err, "the program cannot start itself again here");
        }
        try {
            return passOn(start());
        } catch (IOException e) {
            return refuse(err, "the program could not start itself again: " + e.getMessage());
        }
    }

    /** Ends this process, if it was started again, when the first one is killed: nobody would be left to stop it. */
    void followParent() {
        String parent = environment.getOrDefault(MARK, "");
        if (parent.matches("[0-9]{1,18}")) {
            ProcessHandle.of(Long.parseLong(parent)).ifPresent(Utf8Restart::follow);
        }
    }

    private static void follow(ProcessHandle parent) {
        Thread follower = new Thread(
                () -> {
                    parent.onExit().join();
                    System.exit(KILLED);
                },
                "end with the first process");
        follower.setDaemon(true);
        follower.start();
    }

    private Process start() throws IOException {
        ProcessBuilder again = new ProcessBuilder("/bin/sh", "-c", script(ownArguments())).inheritIO();
        again.environment().put("LC_ALL", "C.UTF-8");
        again.environment().put(MARK, String.valueOf(ProcessHandle.current().pid()));
        return again.start();
    }

    /** A signal that ends this process ends the other one too, and this one waits for it. */
    private static int passOn(Process again) {
        Thread hook = new Thread(
                () -> {
                    again.destroy();
                    waitFor(again);
                },
                "stop the restarted program");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = waitFor(again);
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // A signal came meanwhile: the hook runs already, finds the program gone and ends.
            return code;
        }
        return code;
    }

    private static int waitFor(Process process) {
        while (true) {
            try {
                return process.waitFor();
            } catch (InterruptedException e) {
                // Nobody interrupts this thread to any purpose; the program's exit is what is waited for.
            }
        }
    }

    private static List<byte[]> ownArguments() throws IOException {
        byte[] line = Files.readAllBytes(OWN_COMMAND_LINE);
        List<byte[]> arguments = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < line.length; i++) {
            if (line[i] == 0) {
                arguments.add(java.util.Arrays.copyOfRange(line, from, i));
                from = i + 1;
            }
        }
        return arguments;
    }

    /** {@return a shell's command line in ASCII that becomes the program with these arguments, byte by byte} */
    static String script(List<byte[]> arguments) {
        StringBuilder variables = new StringBuilder();
        StringBuilder command = new StringBuilder("exec");
        for (int i = 0; i < arguments.size(); i++) {
            byte[] argument = arguments.get(i);
            if (isPlain(argument)) {
                command.append(" '")
                        .append(new String(argument, StandardCharsets.US_ASCII))
                        .append('\'');
            } else {
                // The x keeps line breaks at the end, which a command substitution drops.
                String name = "a" + i;
                variables
                        .append(name)
                        .append("=$(printf '")
                        .append(octal(argument))
                        .append("x'); ");
                variables.append(name).append("=${").append(name).append("%x}; ");
                command.append(" \"$").append(name).append('"');
            }
        }
        return variables.append(command).toString();
    }

    private static boolean isPlain(byte[] argument) {
        for (byte b : argument) {
            if (b < ' ' || b == '\'') {
                return false;
            }
        }
        return true;
    }

    private static String octal(byte[] argument) {
        StringBuilder octal = new StringBuilder(argument.length * 4);
        for (byte b : argument) {
            octal.append(String.format(Locale.ROOT, "\\%03o", b & 0xFF));
        }
        return octal.toString();
    }

    private int refuse(PrintWriter err, String why) {
        err.println("mera: file names are " + fileNames + " here, not UTF-8, and " + why
                + "; set LC_ALL to a UTF-8 locale, for example C.UTF-8");
        err.flush();
        return 2;
    }
}
