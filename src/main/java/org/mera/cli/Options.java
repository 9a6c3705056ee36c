package org.mera.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values that options take, each with a sentence for a value that it is not. */
final class Options {

    private Options() {}

    /** A rated year. */
    static final class Year implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (!text.matches("20[0-9][0-9]|2100")) {
                throw new TypeConversionException("«" + text + "» is no rated year; use 2000 to 2100");
            }
            return Integer.valueOf(text);
        }
    }

    /** A date. */
    static final class Date implements ITypeConverter<LocalDate> {

        @Override
        public LocalDate convert(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeParseException e) {
                throw new TypeConversionException("«" + text + "» is no date; write it like 2026-05-31");
            }
        }
    }

    /** A language of sentences and reports. */
    static final class Language implements ITypeConverter<Locale> {

        @Override
        public Locale convert(String text) {
            if (!text.equals("ru") && !text.equals("en")) {
                throw new TypeConversionException("«" + text + "» is no language of Mera; use ru or en");
            }
            return Locale.forLanguageTag(text);
        }
    }

    /** A share in percent. */
    static final class Percent implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (!text.matches("[0-9]{1,2}|100")) {
                throw new TypeConversionException("«" + text + "» is no percentage; use 0 to 100");
            }
            return Integer.valueOf(text);
        }
    }

    /** How many companies are invented. */
    static final class Companies implements ITypeConverter<Integer> {

        @Override
        public Integer convert(String text) {
            if (!text.matches("[1-9][0-9]{0,6}")) {
                throw new TypeConversionException("«" + text + "» is no number of companies; use 1 to 9999999");
            }
            return Integer.valueOf(text);
        }
    }

    /** Where the invention begins. */
    static final class Seed implements ITypeConverter<Long> {

        @Override
        public Long convert(String text) {
            if (!text.matches("-?[0-9]{1,18}")) {
                throw new TypeConversionException("«" + text + "» is no seed; use a whole number");
            }
            return Long.valueOf(text);
        }
    }
}
