User("ann", u => u.ManageHome = true);
