package org.mera.batch;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.mera.access.User;

/** Where the users of the console are looked after. Every change goes to the home's audit log. */
public interface UserDesk {

    /** {@return all users, by name} */
    List<User> users();

    /** {@return the user of a name} */
    Optional<User> user(String name);

    /** {@return whether anybody who may log in looks after the users} */
    boolean hasAdministrator();

    /**
     * Stores a user, in the place of the one of that name.
     *
     * @throws org.mera.access.AccountException when no administrator would be left
     */
    void save(User user);

    /**
     * Stores a new user.
     *
     * @throws org.mera.access.AccountException when the name is none, or is taken
     */
    void create(User user);

    /**
     * Changes a user. {@return him or her as stored}
     *
     * @throws org.mera.access.AccountException when there is none of that name, or no administrator would be left
     */
    User change(String name, UnaryOperator<User> change);
}
