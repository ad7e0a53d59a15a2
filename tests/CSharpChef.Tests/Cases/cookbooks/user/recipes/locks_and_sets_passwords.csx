User("ann", u => u.Locked = true);
User("bob", u => u.PasswordHash = "$6$salt$other");
User("eve", u => u.Locked = false);
