package org.mera.company;

/**
 * A company of the register.
 *
 * @param id the INN, or the code where the methodology identifies by code
 * @param industry empty where unknown
 * @param region   empty where unknown
 */
public record Company(String id, String name, String industry, String region, Participation participation) {

    public Company {
        if (id.isEmpty() || name.isEmpty()) {
            throw new IllegalArgumentException("A company has an identity and a name");
        }
    }
}
