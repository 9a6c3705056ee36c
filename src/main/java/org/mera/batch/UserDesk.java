package org.mera.batch;

import java.util.List;
import java.util.Optional;
import org.mera.access.User;

/** Where the users of the console are looked after. Every change goes to the home's audit log. */
public interface UserDesk {

    /** {@return all users, by name} */
    List<User> users();

    /** {@return the user of a name} */
    Optional<User> user(String name);

    /** {@return whether anybody who may log in looks after the users} */
    boolean hasAdministrator();

    /** Stores a user, in the place of the one of that name. */
    void save(User user);
}
