User("ann", u => u.PasswordHash = "!!$6$salt$hash");
User("bob", u => u.PasswordHash = "!!$6$salt$hash");
User("eve", u => u.PasswordHash = "!!$6$salt$hash");
