package org.mera.sample;

import java.util.List;
import org.mera.company.Company;
import org.mera.company.Inn;
import org.mera.company.Participation;
import org.mera.methodology.Identification;

/**
 * A company that does not exist. Its INN has valid check digits, but begins with 97: no tax office has that number.
 *
 * @param number from 1 on, within its inbox
 * @param seed   of all that is invented about it
 */
record InventedCompany(int number, Company company, long seed) {

    private static final String NO_TAX_OFFICE = "97";
    private static final int STEP =
            7_654_321; // has no factor in common with 10 000 000, so that every number gets an INN of its own

    private static final List<String> INDUSTRIES = List.of(
            "Металлургия",
            "Энергетика",
            "Банки",
            "Транспорт",
            "Связь",
            "Химия",
            "Строительство",
            "Торговля",
            "Лесная промышленность",
            "Машиностроение",
            "Страхование",
            "Нефть и газ");

    static InventedCompany of(int number, long inboxSeed, Identification identification) {
        long seed = Dice.seed(inboxSeed, number);
        Dice dice = new Dice(seed);
        String industry = dice.pick(INDUSTRIES);
        String region = "Регион-" + padded(dice.between(1, 24), 2);
        Participation participation = dice.chance(30) ? Participation.ON_SITE : Participation.DESK;
        String name = "Пример-" + padded(number, 6);
        String id = identification == Identification.INN ? inn(number, inboxSeed) : "К-" + padded(number, 6);
        return new InventedCompany(number, new Company(id, name, industry, region, participation), seed);
    }

    String id() {
        return company.id();
    }

    /** {@return how good it is, in thousandths} It changes somewhat from year to year. */
    int quality(int year) {
        int lasting = new Dice(Dice.seed(seed, 1)).between(220, 930);
        return lasting + new Dice(Dice.seed(seed, year)).between(-30, 30);
    }

    private static String inn(int number, long inboxSeed) {
        long digits =
                Math.floorMod((long) number * STEP + Dice.seed(inboxSeed, 0) % SampleOptions.MOST_COMPANIES, (long)
                        SampleOptions.MOST_COMPANIES);
        return Inn.complete(NO_TAX_OFFICE + padded((int) digits, 7));
    }

    static String padded(int number, int width) {
        String digits = Integer.toString(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
