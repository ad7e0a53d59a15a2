Group("ann");
User("ann", u => u.ManageHome = true);
