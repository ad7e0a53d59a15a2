User("ann", u => u.ManageHome = true);
Line("/home/ann/.profile", l => l.Text = "export MODE=test");
File("/home/ann/.bash_logout", f => f.Mode = "0600");
File("/home/ann/.bashrc", f => f.Owner = "ann");
File("/home/ann/other", f => f.Owner = "ann");
