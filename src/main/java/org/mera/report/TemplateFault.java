package org.mera.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in which line of a template the fault is that JasperReports has found. */
final class TemplateFault {

    /** The compiler's messages speak of a field, parameter or variable of the template by the name it has in the generated class. */
    private static final Pattern NAME =
            Pattern.compile("\\b(?:field|parameter|variable)_(\\w+)|(?:Field|Parameter|Variable) not found : (\\S+)");

    private TemplateFault() {}

    static PaperException in(String place, byte[] template, Exception fault) {
        String text = new String(template, StandardCharsets.UTF_8);
        int line = line(text, fault);
        return new PaperException(place + (line > 0 ? ":" + line : "") + ": " + said(fault), fault);
    }

    /** {@return the line, from 1, in which an index of a text lies} */
    static int line(String text, int index) {
        return (int) text.substring(0, index).chars().filter(c -> c == '\n').count() + 1;
    }

    private static int line(String text, Exception fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException malformed && malformed.getLocation() != null) {
                return malformed.getLocation().getLineNr();
            }
        }
        Matcher name = NAME.matcher(String.valueOf(fault.getMessage()));
        if (name.find()) {
            String named = name.group(1) == null ? name.group(2) : name.group(1);
            int index = text.indexOf("{" + named + "}");
            return index < 0 ? 0 : line(text, index);
        }
        return expressionLine(text, fault.getMessage());
    }

    /** The compiler quotes the expression that it does not understand. */
    private static int expressionLine(String text, @Nullable String message) {
        if (message == null) {
            return 0;
        }
        for (String quoted : message.split("\n", -1)) {
            String code = quoted.replaceFirst("^\\s*value = ", "")
                    .replaceFirst(";.*$", "")
                    .strip();
            int index = code.length() < 4 ? -1 : text.indexOf(code);
            if (index >= 0) {
                return line(text, index);
            }
        }
        return 0;
    }

    private static String said(Exception fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && cause.getCause().getMessage() != null) {
            cause = cause.getCause();
        }
        return "JasperReports refuses the template: "
                + String.valueOf(cause.getMessage()).strip();
    }
}
